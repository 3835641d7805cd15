// Written by a test of forankring-prerender (constants_tests.rs), which says what
// to do when it differs. The values stand in the core and come in at build time.
declare const CONSTANTS: {
  /** localStorage: what was open last. */
  readonly CURRENT: string;
  /** localStorage: how the user likes to answer. */
  readonly VIEW: string;
  /** Below VIEW: a level on a page. */
  readonly LEVELS: string;
  /** localStorage: the language that was chosen. */
  readonly LANGUAGE: string;
  /** localStorage: how the file on the disk stands. */
  readonly FILE: string;
  /** localStorage: when the last back-up was made. */
  readonly BACKUP: string;
  /** sessionStorage: no offer of a new version. */
  readonly LATER: string;
  /** The channel by which tabs hear of changes. */
  readonly CHANNEL: string;
  /** The event by which the app asks for the file. */
  readonly FILE_EVENT: string;
  /** The database that holds what is kept. */
  readonly DATABASE: string;
  /** The database that holds its handle. */
  readonly FILE_DATABASE: string;
  /** Id of the element that holds the app. */
  readonly APP: string;
  /** Id of the main part. */
  readonly MAIN: string;
  /** The fragment of a new assessment. */
  readonly NEW: string;
  /** The route of answering, one item at a time. */
  readonly ANSWER: string;
  /** With what an invitation of this version begins. */
  readonly INVITATION: string;
  /** The route of the set-up. */
  readonly SETUP: string;
  /** A file that stands at the site's root. */
  readonly MANIFEST: string;
  /** The version of the instrument. */
  readonly INSTRUMENT: number;
  /** How many kinds of organisations there are. */
  readonly KINDS: number;
  /** The most characters of a name. */
  readonly NAME_LIMIT: number;
  /** The most characters of what an invitation says besides. */
  readonly MESSAGE_LIMIT: number;
  /** The routes where an assessment is worked on. */
  readonly EDITS: readonly string[];
  /** The way from answering by item to answering by level. */
  readonly LEVEL_FROM_ANSWER: string;
  /** The page of results, below a language's folder. */
  readonly RESULT_FOLDER: string;
  /** The folders of languages that have one. */
  readonly LANGUAGE_FOLDERS: readonly string[];
  /** Our language for a browser's, by its first two letters. */
  readonly TAGS: Readonly<Record<string, string>>;
  /** With what a link begins, for a regular expression. */
  readonly LINK: string;
  /** The address of the WebAssembly. */
  readonly WASM: string;
  /** This page in each language. */
  readonly PAGES: Readonly<Record<string, string>>;
  /** What the scripts say, by language. */
  readonly TEXTS: Readonly<Record<string, {
    readonly update_words: string;
    readonly update_take: string;
    readonly update_later: string;
    readonly trap: string;
    readonly trap_unkept: string;
    readonly foreign: string;
    readonly reload: string;
    readonly framed: string;
    readonly framed_open: string;
  }>>;
  /** What an invitation says, by what stands in its link. */
  readonly INVITED: {
    readonly asked: string;
    readonly size: string;
    readonly last: string;
    readonly late: string;
    readonly starting: string;
    readonly few: readonly string[];
    readonly kinds: readonly (readonly [string, readonly (readonly [string, string])[]])[];
  };
  /** In the one file: language, route and title of every page, by its path. */
  readonly SHOWN: Readonly<Record<string, readonly [string, string, string]>>;
  /** A hash of all files. */
  readonly VERSION: string;
  /** Each file's address below the root, and its integrity. */
  readonly FILES: readonly (readonly [string, string])[];
};
