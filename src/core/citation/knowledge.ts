// The words of the frameworks, learned once for the terms that the library declares.
import type { Context } from '../context.ts'
import type { Framework } from '../framework.ts'
import { remembered } from '../remembered.ts'
import { buildIndex } from './profile.ts'
import type { CitationIndex } from './profile.ts'
import { newVocabulary } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

type Terms = NonNullable<Context['terms']>

interface Knowledge {
  readonly vocabulary: Vocabulary
  readonly indexes: WeakMap<Framework, CitationIndex>
}

const noTerms: Terms = {}
const knowledgeOf = remembered<Terms, Knowledge>(() => ({ vocabulary: newVocabulary(), indexes: new WeakMap() }))

/** A text is to be read only after the indexes that it is held against were asked for. */
export function vocabularyOf({ terms = noTerms }: Pick<Context, 'terms'>): Vocabulary {
  return knowledgeOf(terms).vocabulary
}

/** Built once for the framework and the terms that are asked for. */
export function citationIndex(framework: Framework, { terms = noTerms }: Pick<Context, 'terms'>): CitationIndex {
  const { vocabulary, indexes } = knowledgeOf(terms)
  const index = indexes.get(framework) ?? buildIndex(framework, terms, vocabulary)
  indexes.set(framework, index)
  return index
}
