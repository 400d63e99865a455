// @ts-nocheck
// In the browser: signing in with a passkey. Without this script the button stays hidden.
const button = document.getElementById('passkey')
const problem = document.getElementById('passkey-error')

if (window.PublicKeyCredential && button) {
  button.hidden = false
  button.addEventListener('click', signIn)
}

async function signIn() {
  problem.hidden = true
  button.disabled = true
  try {
    const options = await send('/api/auth/passkey/options')
    const credential = await navigator.credentials.get({ publicKey: withBytes(options) })
    await send('/api/auth/passkey', { answer: withText(credential) })
    location.assign('/')
  } catch (error) {
    problem.textContent =
      error instanceof Problem
        ? error.message
        : 'The passkey was not used: it was cancelled, or there is none for this address on this device.'
    problem.hidden = false
  } finally {
    button.disabled = false
  }
}

class Problem extends Error {}

async function send(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Problem(answer.detail)
  return answer
}

function withBytes(options) {
  const { challenge, allowCredentials = [] } = options
  return {
    ...options,
    challenge: bytesOf(challenge),
    allowCredentials: allowCredentials.map((one) => ({ ...one, id: bytesOf(one.id) })),
  }
}

function withText({ id, rawId, type, authenticatorAttachment, response }) {
  return {
    id,
    type,
    authenticatorAttachment,
    rawId: textOf(rawId),
    clientExtensionResults: {},
    response: {
      authenticatorData: textOf(response.authenticatorData),
      clientDataJSON: textOf(response.clientDataJSON),
      signature: textOf(response.signature),
      ...(response.userHandle && { userHandle: textOf(response.userHandle) }),
    },
  }
}

function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
}

function textOf(bytes) {
  const signs = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
