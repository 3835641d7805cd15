//! Under which names things stand in the browser, and by which names the parts of
//! a page find each other. The shell and the scripts in `web/` both go by this
//! table; what is stored under a name is frozen with it.

/// localStorage: what was open last, as the fragment of an address.
pub const CURRENT: &str = "forankring.current";
/// localStorage: how the user likes to answer, [`LEVELS`] or [`ITEMS`].
pub const VIEW: &str = "forankring.view";
/// localStorage: the language that was chosen, by its tag.
pub const LANGUAGE: &str = "forankring.lang";
/// localStorage: the file that is kept up to date and how it stands, as JSON. Also
/// the name of the lock under which it is written.
pub const FILE: &str = "forankring.file";
/// localStorage: when the last back-up was made, in milliseconds since 1970.
pub const BACKUP: &str = "forankring.backup";
/// sessionStorage: what was open on the page before.
pub const LEFT: &str = "forankring.left";
/// sessionStorage: that the offer of a new version was put away.
pub const LATER: &str = "forankring.later";

/// Below [`VIEW`]: a level on a page.
pub const LEVELS: &str = "levels";
/// Below [`VIEW`]: one item at a time.
pub const ITEMS: &str = "items";

/// The channel by which tabs tell each other of what was written.
pub const CHANNEL: &str = "forankring";
/// The event on the document by which the app asks for the file on the disk.
pub const FILE_EVENT: &str = "forankring-file";
/// The database that holds what is kept.
pub const DATABASE: &str = "forankring";
/// The database that holds the handle of that file.
pub const FILE_DATABASE: &str = "forankring-file";

/// On the root element of the page that is all pages: it says so, and which address
/// links get that are passed on. Empty: that of the file.
pub const FILE_EDITION: &str = "data-edition";

/// Id of the element that holds the app.
pub const APP: &str = "app";
/// Id of the main part, where the skip link leads.
pub const MAIN: &str = "innhold";
