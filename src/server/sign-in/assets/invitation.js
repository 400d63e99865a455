// @ts-nocheck
// In the browser: an invitation's secret stands behind the # of the address, which no server sees until it is accepted here.
const parts = Object.fromEntries(
  ['asking', 'offer', 'inviter', 'role', 'sign-in-first', 'invitation-error'].map((id) => [
    id,
    document.getElementById(id),
  ]),
)
const roles = {
  owner: 'an owner: you will see and change everything, its people and settings too',
  editor: 'an editor: you will work on the responsibility matrices of its clients',
  viewer: 'a viewer: you will see the responsibility matrices of its clients, and change nothing',
  signatory: 'a signatory: you will read who is responsible for what, and sign for your organization',
  reviewer: 'a reviewer: you will read who is responsible for what, and say what you think of it',
  assessor: 'an assessor: you will read who is responsible for what, and change nothing',
}

document.getElementById('accept').addEventListener('click', () => tell(accept))
tell(look)

async function look() {
  const session = await fetch('/api/session')
  if (session.status === 401) return show('sign-in-first')
  const offer = await send('/api/me/offers')
  parts.inviter.textContent = offer.msp
  parts.role.textContent = roles[offer.role]
  show('offer')
}

async function accept() {
  await send('/api/me/invitations')
  location.replace('/')
}

async function send(address) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: location.hash.slice(1) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.detail)
  return answer
}

function show(name) {
  for (const id of ['asking', 'offer', 'sign-in-first']) parts[id].hidden = id !== name
}

async function tell(work) {
  parts['invitation-error'].hidden = true
  try {
    await work()
  } catch (error) {
    parts.asking.hidden = true
    parts['invitation-error'].textContent = error.message
    parts['invitation-error'].hidden = false
  }
}
