//! Figures beside the judgement: what is entered in them. They are parts of what is open, and
//! kept like every answer.

use forankring_core::address::Id;
use forankring_core::assessment::{Action, Note, Parts};
use forankring_core::figures::{self, Field, Figure, Figures, Offered};
use forankring_core::plan;
use forankring_core::texts::key;

use crate::desk::{self, Focus};
use crate::{Desk, Message, Stamp};

/// A place where something is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A field of a figure.
    Field(Id, Field),
    /// The value of a year.
    Value(Id, u16),
}

impl Place {
    /// Of which figure.
    pub fn figure(&self) -> &Id {
        let (Place::Field(id, _) | Place::Value(id, _)) = self;
        id
    }

    /// Its id in the page.
    pub fn id(&self) -> String {
        match self {
            Place::Field(id, field) => format!("tall-{}-{}", field.id(), id.as_str()),
            Place::Value(id, year) => format!("tall-{year}-{}", id.as_str()),
        }
    }
}

/// Why something was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is no number.
    NoNumber,
    /// It is no share from 0 to 100.
    NoShare,
    /// A figure must be called something.
    NoName,
    /// The text is too long.
    Long,
}

/// What could not be taken, as it was entered; what was there before still counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Where.
    pub place: Place,
    /// What was entered.
    pub entered: String,
    /// Why.
    pub problem: Problem,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What is being written: shown as it is written, whatever number it is kept as.
    pub writing: Option<(Place, String)>,
    /// What could not be taken.
    pub refused: Vec<Refused>,
    /// A figure of one's own that has no name yet, and so is not kept.
    pub begun: Option<Id>,
    /// What is to be told.
    pub told: Option<Message>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Something was written.
    Entered(Place, String),
    /// The field in which something was written was left.
    Left(Place, String),
    /// A figure of one's own is wanted.
    AddWanted,
    /// One is to be taken away, with all its values.
    RemoveWanted(Id),
}

impl State {
    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) {
        let Some(parts) = desk.own_parts() else {
            return;
        };
        let all = figures::all(&parts);
        match event {
            Event::Left(place, text) => {
                self.writing = None;
                if let Some(figure) = self.found(&all, &place)
                    && let Err(problem) = self.taken(&figure, &place, &text)
                {
                    self.refused.push(Refused {
                        place,
                        entered: text,
                        problem,
                    });
                }
            }
            Event::Entered(place, text) => {
                if let Some(figure) = self.found(&all, &place) {
                    self.entered(desk, &figure, place, text, stamp);
                }
            }
            Event::AddWanted => self.add(desk, &all, &parts, stamp),
            Event::RemoveWanted(id) => {
                self.refused.clear();
                self.begun = self.begun.take().filter(|one| *one != id);
                let figure = Figure::blank(id);
                self.write(desk, figures::removing(&parts, &figure), stamp);
                self.tell(desk, Message::plain(key::FIGURES_REMOVED));
            }
        }
    }

    /// The figure to which a place belongs: one that is kept, or the one that is begun.
    fn found(&self, all: &Figures, place: &Place) -> Option<Figure> {
        let id = place.figure();
        let blank = || (self.begun.as_ref() == Some(id)).then(|| Figure::blank(id.clone()));
        all.get(id).cloned().or_else(blank)
    }

    /// What can be taken is kept at once; what cannot is said when the field is left.
    fn entered(
        &mut self,
        desk: &mut Desk,
        figure: &Figure,
        place: Place,
        text: String,
        stamp: &Stamp,
    ) {
        self.told = None;
        self.refused.retain(|one| one.place != place);
        if let Ok(mut deed) = self.taken(figure, &place, &text) {
            if self.begun.as_ref() == Some(&figure.id) {
                self.begun = None;
                deed.extend(self.waiting(figure));
            }
            self.write(desk, deed, stamp);
        }
        self.writing = Some((place, text));
    }

    /// What was entered before there was a name: it is kept with it.
    fn waiting(&mut self, figure: &Figure) -> Vec<Action> {
        let mut deeds = Vec::new();
        for one in std::mem::take(&mut self.refused) {
            match self.taken(figure, &one.place, &one.entered) {
                Ok(deed) if *one.place.figure() == figure.id => deeds.extend(deed),
                _ => self.refused.push(one),
            }
        }
        deeds
    }

    /// What keeps what was entered. Without a name nothing else of a figure is kept.
    fn taken(&self, figure: &Figure, place: &Place, text: &str) -> Result<Vec<Action>, Problem> {
        let named = matches!(place, Place::Field(_, Field::Name));
        match self.begun.as_ref() == Some(&figure.id) && !named && !text.is_empty() {
            true => Err(Problem::NoName),
            false => taken(figure, place, text),
        }
    }

    /// What is shown in a place where this is kept.
    pub fn shown(&self, place: &Place, kept: String) -> String {
        let writing = self.writing.as_ref().filter(|(at, _)| at == place);
        let refused = self.refused(place).map(|one| &one.entered);
        let shown = writing.map(|(_, text)| text).or(refused);
        shown.cloned().unwrap_or(kept)
    }

    /// One's own begins without a name: it is kept once it has one.
    fn add(&mut self, desk: &mut Desk, all: &Figures, parts: &Parts, stamp: &Stamp) {
        // So much has a figure with values for a few years.
        const TAKES: usize = 40 * Parts::NAMES;
        if !all.has_room() {
            return;
        }
        if parts.room() < TAKES {
            return self.tell(desk, Message::plain(key::PLAN_FULL));
        }
        let id = self.begun.get_or_insert(stamp.fresh.clone());
        let place = Place::Field(id.clone(), Field::Name).id();
        desk.ask(desk::Command::Focus(Focus::Id(place)));
    }

    /// Keeps what is not as it was, where there is room for it.
    fn write(&mut self, desk: &mut Desk, deed: Vec<Action>, stamp: &Stamp) {
        let Some(parts) = desk.own_parts() else {
            return;
        };
        let news = deed.into_iter().filter(|action| match action {
            Action::PartWritten(key, value) => parts.get(key) != *value,
            _ => true,
        });
        let news: Vec<Action> = news.collect();
        if news.is_empty() {
            return;
        }
        match plan::fits(&parts, &news) {
            true => desk.changed_together(&news, stamp),
            false => self.tell(desk, Message::plain(key::PLAN_FULL)),
        }
    }

    fn tell(&mut self, desk: &mut Desk, message: Message) {
        self.told = Some(message.clone());
        desk.say_at(message, Focus::Id("tall".to_owned()));
    }

    /// What was entered in a place and could not be taken.
    pub fn refused(&self, place: &Place) -> Option<&Refused> {
        self.refused.iter().find(|one| one.place == *place)
    }
}

/// What keeps what was entered.
fn taken(figure: &Figure, place: &Place, text: &str) -> Result<Vec<Action>, Problem> {
    let is_share = figure.offered.is_some_and(Offered::is_share);
    let number = || {
        figures::number(text, is_share).ok_or(match is_share {
            true => Problem::NoShare,
            false => Problem::NoNumber,
        })
    };
    match place {
        Place::Value(_, year) => Ok(figure.valued(*year, number()?)),
        Place::Field(id, field) => {
            let value = match field {
                Field::Goal => number()?,
                Field::Name | Field::Unit => Note::parse(text).map_err(|_| Problem::Long)?,
            };
            if *field == Field::Name && value.as_str().trim().is_empty() {
                return Err(Problem::NoName);
            }
            let key = field.key(id).into_iter();
            Ok(key
                .map(|key| Action::PartWritten(key, value.clone()))
                .collect())
        }
    }
}
