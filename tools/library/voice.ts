// The library's voice: one name for one thing, the third person, nothing that reads twice on a screen.

/** What is not written, and what is written instead. */
const wrongNames: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/\b(?:you|your|yours|yourself|we|our|ours|us)\b/i, 'the client, or the MSP'],
  [/\b(?:security|compliance) (?:officer|lead)\b(?<!MSP(?:'s)? compliance officer)/i, 'security official'],
  [/\bprivacy officer\b/i, 'privacy official'],
  [/\b(?:application|service|data|records) owners?\b/i, 'system owner'],
  [/\bIT person\b/i, 'IT lead'],
  [/\badmins?\b/i, 'administrator'],
  [/\blog-?ins?\b/i, 'account, or sign-in'],
  [/^Pay(?:s)? for\b/, 'the thing paid: the screen says "Pays:" before it'],
]

export function voiceFaults(text: string): readonly string[] {
  return wrongNames.flatMap(([wrong, right]) => {
    const [said] = wrong.exec(text) ?? []
    return said === undefined ? [] : [`"${said}": say ${right}`]
  })
}
