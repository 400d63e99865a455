// The Markdown parser as it is used here: the blocks of a file first, and the text only of those cells and headings that are asked for.
import MarkdownIt from 'markdown-it'

/** HTML is told apart where it stands in blocks of its own; nothing is ever rendered. */
const parser = new MarkdownIt({ html: true })
parser.core.ruler.enableOnly(['normalize', 'block'])
parser.inline.ruler.disable('html_inline')

export type Token = ReturnType<typeof parser.parse>[number]

export interface MarkdownBlocks {
  readonly tokens: readonly Token[]
  readonly inline: (text: string) => readonly Token[]
}

export function markdownBlocks(text: string): MarkdownBlocks {
  const env: NonNullable<Parameters<typeof parser.parse>[1]> = {}
  const tokens = parser.parse(text, env)
  // `[^1]: words` is a footnote, which the parser takes for the target of a link: its mark must stay what it is.
  for (const label of Object.keys(env.references ?? {})) if (label.startsWith('^')) delete env.references![label]
  return {
    tokens,
    inline: (line) => {
      const out: Token[] = []
      parser.inline.parse(line, parser, env, out)
      return out
    },
  }
}
