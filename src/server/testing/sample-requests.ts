// One request for every route, that is granted to whoever may: a new route gets a line in its subject's file, or the walk fails.
// It is made in a fresh place for whoever will ask; what it needs to stand there, it makes first.
import { clientSamples } from './samples/clients.ts'
import { deliverySamples } from './samples/delivery.ts'
import { documentSamples } from './samples/documents.ts'
import { draftSamples } from './samples/drafts.ts'
import { ownTemplateSamples } from './samples/own-template.ts'
import { peopleSamples } from './samples/people.ts'
import type { Samples } from './samples/sample.ts'
import { textSamples } from './samples/texts.ts'

export const samples: Samples = {
  ...clientSamples,
  ...draftSamples,
  ...textSamples,
  ...documentSamples,
  ...ownTemplateSamples,
  ...peopleSamples,
  ...deliverySamples,
}
