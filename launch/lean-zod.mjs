// Loads zod without its fifty languages, which take longer to read than all the rest of it: Demarc's messages are its own.
import module from 'node:module'

/** To be called before anything else imports zod. */
export async function loadZod() {
  const hooks = module.registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier === '../locales/index.js' ? '../locales/en.js' : specifier, context),
  })
  try {
    await import('zod')
  } finally {
    hooks.deregister()
  }
}
