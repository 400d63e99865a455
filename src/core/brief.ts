// Text out of somebody's document, for a message: short enough to read, whole Unicode, and nothing that works unseen.

export function brief(text: string, most = 60): string {
  return shown(text.length > most ? `${text.slice(0, most)}…` : text)
}

/** Whatever would move a terminal's cursor, color it or turn the reading direction shows as �. */
export function shown(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
}
