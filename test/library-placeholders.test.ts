// Placeholders are questions: declared where they are used, and the same question everywhere.
import { describe, expect, test } from 'vitest'
import { placeholdersIn } from '../src/core/placeholder.ts'
import { template, textsIn } from './library/shipped.ts'

const questions = template.activities.flatMap(({ id, placeholders }) => {
  return Object.entries(placeholders ?? {}).map(([name, placeholder]) => ({ activity: id, name, placeholder }))
})

function used(activity: (typeof template.activities)[number]): readonly string[] {
  const { placeholders: _questions, ...texts } = activity
  return [...new Set(textsIn(texts).flatMap(([, text]) => placeholdersIn(text)))]
}

describe('a placeholder', () => {
  test('is declared where it is used, and used where it is declared', () => {
    const astray = template.activities.flatMap((activity) => {
      const declared = Object.keys(activity.placeholders ?? {})
      const names = used(activity)
      return [
        ...names.filter((name) => !declared.includes(name)).map((name) => `${activity.id}: {${name}} is not declared`),
        ...declared.filter((name) => !names.includes(name)).map((name) => `${activity.id}: {${name}} is not used`),
      ]
    })
    expect(astray).toEqual([])
  })

  test('asks the same, with the same default, wherever its name is used', () => {
    const byName = Map.groupBy(questions, ({ name }) => name)
    const differing = [...byName.values()].filter((asked) => {
      return new Set(asked.map(({ placeholder }) => `${placeholder.ask} ${placeholder.default}`)).size > 1
    })
    expect(differing).toEqual([])
  })

  test('comes with an example or a default, so that the question is understood', () => {
    const bare = questions.filter(
      ({ placeholder }) => placeholder.example === undefined && placeholder.default === undefined,
    )
    expect(bare).toEqual([])
  })

  test('is not asked under two names', () => {
    const byQuestion = Map.groupBy(questions, ({ placeholder }) => placeholder.ask.toLowerCase())
    const twice = [...byQuestion]
      .map(([ask, asked]) => [ask, ...new Set(asked.map(({ name }) => name))])
      .filter(({ length }) => length > 2)
    expect(twice).toEqual([])
  })

  test('is rare: few rows ask more than four', () => {
    const many = template.activities.filter(({ placeholders }) => Object.keys(placeholders ?? {}).length > 4)
    expect(many.map(({ id }) => id)).toEqual([])
  })
})
