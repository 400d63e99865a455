// A changed DEMARC_SECRET: what the one before sealed is sealed with today's, so that webhooks go on signing and authenticator apps open.
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { listTwoFactors, saveTwoFactor } from '../store/factors.ts'
import type { TwoFactorSecrets } from '../store/factors.ts'
import { saveWebhook, webhooksOfAll } from '../store/webhooks.ts'
import type { Webhook } from '../store/webhooks.ts'
import type { Services } from './context.ts'
import { sealingWith } from './sealing.ts'

export interface SealedAgain {
  readonly webhooks: number
  readonly authenticators: number
  /** neither secret opens them */
  readonly unreadable: number
}

/** May be cut off and done again: what today's secret opens is left as it is. */
export async function sealAgain(
  { store }: Pick<Services, 'store'>,
  secret: string,
  before: string,
): Promise<SealedAgain> {
  const counts = { webhooks: 0, authenticators: 0, unreadable: 0 }
  const webhookAgain = webhookSealer(secret, before)
  for (const webhook of await store.readSystem(webhooksOfAll)) {
    const after = webhookAgain(webhook)
    if (after === undefined) counts.unreadable += 1
    else if (after !== webhook && (await store.write(webhook.tenant, (scope) => saveWebhook(scope, after))))
      counts.webhooks += 1
  }
  for (const factor of await store.readSystem(listTwoFactors)) {
    if ((await opened(factor, secret)) !== undefined) continue
    const plain = await opened(factor, before)
    if (plain === undefined) counts.unreadable += 1
    else {
      const after = await sealed(plain, secret)
      await store.writeSystem((scope) => saveTwoFactor(scope, factor, after))
      counts.authenticators += 1
    }
  }
  return counts
}

/** @returns what makes of a webhook the same if there is nothing to do, undefined if it cannot be opened */
function webhookSealer(secret: string, before: string): (webhook: Webhook) => Webhook | undefined {
  const [now, then] = [sealingWith(secret), sealingWith(before)]
  return (webhook) => {
    const whose = { tenant: webhook.tenant, subject: webhook.id }
    const { current, previous } = webhook.secrets
    if (now.open(current, whose) !== undefined) return webhook
    const again = (text: string) => {
      const plain = then.open(text, whose)
      return plain === undefined ? undefined : now.seal(plain, whose)
    }
    const newest = again(current)
    if (newest === undefined) return undefined
    const older = previous === undefined ? undefined : again(previous.secret)
    const secrets = {
      current: newest,
      ...(previous !== undefined && older !== undefined && { previous: { secret: older, until: previous.until } }),
    }
    return { ...webhook, secrets, version: webhook.version + 1 }
  }
}

async function opened({ id, secret, recoveryCodes }: TwoFactorSecrets, key: string) {
  try {
    return {
      id,
      secret: await symmetricDecrypt({ key, data: secret }),
      recoveryCodes: await symmetricDecrypt({ key, data: recoveryCodes }),
    }
  } catch {
    return undefined
  }
}

async function sealed({ id, secret, recoveryCodes }: TwoFactorSecrets, key: string): Promise<TwoFactorSecrets> {
  return {
    id,
    secret: await symmetricEncrypt({ key, data: secret }),
    recoveryCodes: await symmetricEncrypt({ key, data: recoveryCodes }),
  }
}
