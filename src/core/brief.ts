// Text out of somebody's document, for a message: short enough to read, and whole Unicode.

export function brief(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text.toWellFormed()
}
