// What the scripts and the app know of each other, and what TypeScript's own
// description of browsers lacks.

interface Window {
  /** What was done before the app was alive: event, checked, value, selector. */
  forankringEarly: [string, boolean | undefined, string | undefined, string][] | null;
  /** Puts what the app has drawn in the place of the page as it was rendered. */
  forankringTakeOver?: (drawn: HTMLElement) => void;
  /** Goes back to where the reader was in this entry of the tab's history; false: not yet. */
  forankringBack?: (last?: boolean) => boolean;
  /** The app puts what is not saved where the next page finds it; false: it could not. */
  forankringRescue?: () => boolean | void;
}

/** The app, as wasm-bindgen starts it. */
declare module 'CONSTANTS.SCRIPT' {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
}

interface TrustedTypePolicy {
  createScriptURL(address: string): string;
}

declare var trustedTypes: undefined | {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): TrustedTypePolicy;
};

interface FileSystemHandle {
  queryPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
}

declare function showSaveFilePicker(options: {
  suggestedName: string;
  types: { accept: Record<string, string[]> }[];
}): Promise<FileSystemFileHandle>;
