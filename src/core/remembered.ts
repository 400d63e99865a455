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

const longest = 2000
const most = 8000

/** The same for texts: matrices share their sentences, and are proven again after every change. Holds a bounded number of them. */
export function rememberedText<Answer>(rule: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>()
  return (text) => {
    const known = answers.get(text)
    if (known) return known.answer
    const answer = rule(text)
    if (answers.size === most) answers.clear()
    if (text.length <= longest) answers.set(text, { answer })
    return answer
  }
}

/** The same for a text that is asked about several times in a row, and never again. */
export function rememberedLast<Answer>(rule: (text: string) => Answer): (text: string) => Answer {
  let last: { readonly text: string; readonly answer: Answer } | undefined
  return (text) => {
    if (last?.text === text) return last.answer
    const answer = rule(text)
    last = { text, answer }
    return answer
  }
}
