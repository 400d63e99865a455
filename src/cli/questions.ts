// What `demarc new` asks on a terminal when flags are missing.
import { checkbox, input } from '@inquirer/prompts'
import { Refusal } from '../core/refusal.ts'
import type { Template } from '../core/template.ts'
import { loadFrameworks } from '../library/frameworks.ts'
import type { Given } from './command.ts'

/** The flags as if they had been typed. Ctrl-C is an answer too. */
export async function askEngagement(given: Given, template: Template): Promise<Given> {
  try {
    return await ask(given, template)
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError')
      throw new Refusal('conflict', 'stopped; nothing was written')
    throw error
  }
}

async function ask(given: Given, template: Template): Promise<Given> {
  const framework = await several(given.texts('framework'), {
    message: 'Which frameworks?',
    choices: [...loadFrameworks().values()].map(({ id, title }) => ({ value: id, name: title })),
    required: true,
  })
  const offered = [...loadFrameworks().values()]
    .filter(({ id }) => framework.includes(id))
    .flatMap(({ categories }) => categories ?? [])
  const optional = offered.filter(({ always }) => !always).map(({ id, title }) => ({ value: id, name: title }))
  const category =
    optional.length === 0
      ? []
      : await several(given.texts('category'), { message: 'Which further categories?', choices: optional })
  const msp = given.text('msp') ?? (await name('Legal name of the MSP?'))
  const client = given.text('client') ?? (await name('Legal name of the client?'))
  const offering = given.flag('all-offerings')
    ? []
    : await several(given.texts('offering'), {
        message: 'What does the client buy from the MSP?',
        choices: template.offerings.map(({ id, title, delivers }) => ({
          value: id,
          name: title,
          description: delivers,
        })),
      })
  const situation = await several(given.texts('situation'), {
    message: 'Which of these hold for the client?',
    choices: (template.situations ?? []).map(({ id, title, ask: question }) => ({
      value: id,
      name: title,
      description: question,
    })),
  })
  const answers: Readonly<Record<string, readonly string[]>> = {
    framework,
    category,
    msp: [msp],
    client: [client],
    offering,
    situation,
  }
  const texts = (option: string): readonly string[] => answers[option] ?? given.texts(option)
  return { ...given, texts, text: (option) => texts(option).at(-1) }
}

interface Choices {
  readonly message: string
  readonly choices: readonly { readonly value: string; readonly name: string; readonly description?: string }[]
  readonly required?: true
}

async function several(given: readonly string[], { message, choices, required }: Choices): Promise<readonly string[]> {
  return given.length > 0
    ? given
    : checkbox({ message, choices: [...choices], required: required ?? false, pageSize: 14, loop: false })
}

async function name(message: string): Promise<string> {
  return input({ message, validate: (text) => text.trim() !== '' || 'a name, please' })
}
