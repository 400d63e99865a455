import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smtpMailer } from './smtp-mailer.ts'
import type { SmtpSettings } from './smtp-mailer.ts'
import { certificate } from './testing/localhost-certificate.ts'
import { mailServer } from './testing/mail-server.ts'
import type { MailServer } from './testing/mail-server.ts'

describe('mail through an SMTP server', () => {
  let server: MailServer
  beforeAll(async () => {
    server = await mailServer()
  })
  afterAll(() => server.close())

  const to = (settings: Partial<SmtpSettings> = {}) =>
    smtpMailer({
      host: '127.0.0.1',
      port: server.port,
      security: 'starttls',
      from: 'Demarc <demarc@example.com>',
      authority: certificate,
      patience: 400,
      ...settings,
    })
  const mail = {
    id: 'msg_1',
    recipient: 'ana@example.com',
    subject: 'You are invited',
    body: 'Hello.\n\nhttps://a.example/x',
  }

  test('arrives encrypted, as text and as HTML, under its own id', async () => {
    await to().send(mail)
    const { raw, secure, to: recipients } = server.got.at(-1)!
    expect([secure, recipients]).toEqual([true, ['ana@example.com']])
    expect(raw).toContain('Message-ID: <msg_1@example.com>')
    expect(raw).toContain('Subject: You are invited')
    expect(raw).toContain('Content-Type: text/plain')
    expect(raw).toContain('<a href=3D"https://a.example/x"')
  })

  test.each([
    ['later', 'later', 'come back later'],
    ['never', 'never', 'nobody here'],
    ['cut', 'later', ''],
    ['silent', 'later', ''],
  ])('%s@: to be tried again %s', async (way, again, says) => {
    const failing = to().send({ ...mail, recipient: `${way}@example.com` })
    await expect(failing).rejects.toMatchObject({
      name: 'Undelivered',
      again,
      message: expect.stringContaining(says) as unknown,
    })
  })

  test('a server that is not there: later', async () => {
    await expect(to({ port: 9 }).send(mail)).rejects.toMatchObject({ again: 'later' })
  })

  test('an untrusted certificate, or none, gets nothing', async () => {
    const before = server.got.length
    await expect(to({ authority: '' }).send(mail)).rejects.toMatchObject({ again: 'later' })
    const plain = await mailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] })
    await expect(to({ port: plain.port }).send(mail)).rejects.toMatchObject({ again: 'later' })
    await to({ port: plain.port, security: 'none' }).send(mail)
    expect([server.got.length, plain.got.length]).toEqual([before, 1])
    await plain.close()
  })

  test('a login that is refused can be mended: later', async () => {
    const strict = await mailServer({
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        username === 'demarc' && password === 'right' ? done(null, { user: username }) : done(new Error('no')),
    })
    const login = { user: 'demarc', password: 'wrong' }
    await expect(to({ port: strict.port, login }).send(mail)).rejects.toMatchObject({ again: 'later' })
    await to({ port: strict.port, login: { ...login, password: 'right' } }).send(mail)
    expect(strict.got).toHaveLength(1)
    await strict.close()
  })

  test.each([
    'ana@example.com\r\nBcc: eve@example.com',
    'ana@example.com, eve@example.com',
    'Ana <ana@example.com>',
    '"a b"@example.com',
    'ana@example.com>\r\nRCPT TO:<eve@example.com',
    'ana',
    '',
  ])('the recipient %j is refused for good', async (recipient) => {
    const before = server.got.length
    await expect(to().send({ ...mail, recipient })).rejects.toMatchObject({ again: 'never' })
    expect(server.got).toHaveLength(before)
  })

  test.each([
    'Hello\r\nBcc: eve@example.com',
    'Hello\nBcc: eve@example.com',
    'Hello\u2028Bcc: eve@example.com',
    'Hello\0',
  ])('the subject %j makes no other header', async (subject) => {
    await to().send({ ...mail, subject })
    const { raw, to: recipients } = server.got.at(-1)!
    const [headers = ''] = raw.split('\r\n\r\n')
    expect(headers).not.toMatch(/^Bcc:/im)
    expect(recipients).toEqual(['ana@example.com'])
  })
})
