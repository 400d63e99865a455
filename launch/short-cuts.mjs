// Ways to a module that cost no look at the disk: a start imports two hundred of them.
import module from 'node:module'

export function takeShortCuts() {
  module.registerHooks({
    resolve(specifier, context, next) {
      const { parentURL } = context
      if (specifier === allLocales) return next(ownLocale, context)
      if (!namesFile.test(specifier) || parentURL?.startsWith('file:') !== true) return next(specifier, context)
      return { url: new URL(specifier, parentURL).href, shortCircuit: true }
    },
  })
}

/** A path beside or above with its extension, as all of our imports are, and those within zod. */
const namesFile = /^\.\.?\/.*\.[jt]s$/u

// Zod imports its messages in fifty languages, which take longer to read than all the rest of it. Ours are our own.
const allLocales = '../locales/index.js'
const ownLocale = '../locales/en.js'
