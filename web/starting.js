// @ts-check
// How the app is started; the page says so when it cannot, and when it stops later. Then, in its
// own time, what makes the site work without a network.
import { tolerate } from './tolerant.js';

const { dataset } = document.documentElement;
export const failed = () => { dataset.failed = ''; };
const beside = () => import('CONSTANTS.OFFLINE');

/** @param {() => Promise<unknown>} init */
export function start(init) {
  if ('framed' in dataset) {
    beside().catch(failed);
    return;
  }
  tolerate(Node);
  /**
   * A trap: the app is dead from here on, though the page looks as before.
   * @param {{ error?: unknown, reason?: unknown }} event
   */
  const trap = ({ error, reason }) => {
    if ((error ?? reason) instanceof WebAssembly.RuntimeError) {
      beside().then((script) => script.trapped(), failed);
    }
  };
  addEventListener('error', trap);
  addEventListener('unhandledrejection', trap);
  init().then(beside, failed);
}
