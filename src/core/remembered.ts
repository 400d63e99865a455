// A rule asked again about the same value gives the answer that it gave.

/** For pure rules over values that never change; the answers go when the values do. */
export function remembered<Key extends object, Answer>(rule: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new WeakMap<Key, { readonly answer: Answer }>()
  return (key) => {
    const known = answers.get(key)
    if (known) return known.answer
    const answer = rule(key)
    answers.set(key, { answer })
    return answer
  }
}
