//! What stands in a mail that invites, in each of the languages: the page has the words of its
//! own language alone, and those who are asked may want another.

use forankring_core::texts::{Key, Lang, key};

use super::words::PerName;

/// The texts of a language.
pub struct MailWords {
    /// The subject.
    pub subject: Key,
    /// What it is about.
    pub what: Key,
    /// How one answers.
    pub how: Key,
    /// The last day.
    pub last: Key,
    /// A level inside a sentence.
    pub levels: PerName,
}

impl MailWords {
    /// Those of a language.
    pub fn of(lang: Lang) -> MailWords {
        match lang {
            Lang::Nb => MailWords {
                subject: key::MAIL_NB_SUBJECT,
                what: key::MAIL_NB_WHAT,
                how: key::MAIL_NB_HOW,
                last: key::MAIL_NB_LAST,
                levels: PerName([
                    key::MAIL_NB_POLITICAL,
                    key::MAIL_NB_STATE,
                    key::MAIL_NB_JOINT,
                    key::MAIL_NB_OTHER,
                    key::MAIL_NB_EXECUTIVE,
                    key::MAIL_NB_OPERATIONAL,
                ]),
            },
            Lang::Nn => MailWords {
                subject: key::MAIL_NN_SUBJECT,
                what: key::MAIL_NN_WHAT,
                how: key::MAIL_NN_HOW,
                last: key::MAIL_NN_LAST,
                levels: PerName([
                    key::MAIL_NN_POLITICAL,
                    key::MAIL_NN_STATE,
                    key::MAIL_NN_JOINT,
                    key::MAIL_NN_OTHER,
                    key::MAIL_NN_EXECUTIVE,
                    key::MAIL_NN_OPERATIONAL,
                ]),
            },
            Lang::En => MailWords {
                subject: key::MAIL_EN_SUBJECT,
                what: key::MAIL_EN_WHAT,
                how: key::MAIL_EN_HOW,
                last: key::MAIL_EN_LAST,
                levels: PerName([
                    key::MAIL_EN_POLITICAL,
                    key::MAIL_EN_STATE,
                    key::MAIL_EN_JOINT,
                    key::MAIL_EN_OTHER,
                    key::MAIL_EN_EXECUTIVE,
                    key::MAIL_EN_OPERATIONAL,
                ]),
            },
        }
    }
}
