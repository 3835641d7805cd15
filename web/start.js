// @ts-check
// Starts the app as soon as the page is there.
import init from 'CONSTANTS.SCRIPT';
import { start } from './starting.js';

start(() => init({ module_or_path: CONSTANTS.WASM }));
