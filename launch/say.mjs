// What the launcher tells the person in front of it: on stderr, and nothing when there is nothing to do.

/** The launch cannot go on, and its user can do something about it. */
export class Refusal extends Error {}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`demarc: ${text}\n`)
}
