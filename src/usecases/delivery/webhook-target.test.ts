import { describe, expect, test } from 'vitest'
import { mayReach, strictRules, webhookTarget } from './webhook-target.ts'

const hostile = [
  'http://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'gopher://example.com/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'ws://example.com/',
  '//example.com/',
  'example.com',
  '',
  'https://',
  'https:///',
  'https://?x',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://0/',
  'https://0.0.0.0/',
  'https://127.0.0.1./',
  'https://１２７.０.０.１/',
  'https://127。0。0。1/',
  'https://%31%32%37.0.0.1/',
  'https://10.0.0.5/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://0xc0a80101/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://100.64.0.1/',
  'https://100.127.255.255/',
  'https://192.0.0.192/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://239.1.1.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://192.0.2.1/',
  'https://203.0.113.9/',
  'https://[::1]/',
  'https://[::]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::127.0.0.1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:a00:5::1]/',
  'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[100::1]/',
  'https://[5f00::1]/',
  'https://[4000::1]/',
  'https://localhost/',
  'https://localhost./',
  'https://LOCALHOST/',
  'https://a.localhost/',
  'https://printer.local/',
  'https://db.internal/',
  'https://metadata.google.internal/',
  'https://intranet/',
  'https://nas.home.arpa/',
  'https://user@example.com/',
  'https://user:secret@example.com/',
  'https://example.com@127.0.0.1/',
  'https://127.0.0.1#@example.com/',
  'https://127.0.0.1\\@example.com/',
  'https://example.com:22/',
  'https://example.com:25/',
  'https://example.com:80/',
  'https://example.com:0/',
  'https://example.com:99999/',
  'https://example.com/#part',
]

describe('where a webhook may not lead', () => {
  test('is a long list', () => expect(new Set(hostile).size).toBeGreaterThanOrEqual(80))
  test.each(hostile)('%s', (url) => {
    expect(() => webhookTarget(url, strictRules)).toThrow(/a webhook cannot go to this address/)
  })
})

test.each([
  ['https://example.com/hook?a=1', 'https://example.com/hook?a=1'],
  ['https://EXAMPLE.com:443/hook', 'https://example.com/hook'],
  ['https://example.com:8443/', 'https://example.com:8443/'],
  ['https://93.184.215.14/', 'https://93.184.215.14/'],
  ['https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/', 'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
])('%s is allowed', (url, asked) => expect(webhookTarget(url, strictRules).href).toBe(asked))

test('what the operator opened is allowed, and nothing besides', () => {
  const rules = { http: 'allowed', networks: ['10.1.0.0/16', 'fd00:1::/32'] } as const
  expect(webhookTarget('http://10.1.2.3:8080/hook', rules).href).toBe('http://10.1.2.3:8080/hook')
  expect(webhookTarget('http://chat/hook', rules).hostname).toBe('chat')
  expect(() => webhookTarget('http://10.2.0.1/', rules)).toThrow(/no public address/)
  expect(
    ['10.1.255.1', 'fd00:1::5', '10.2.0.1', 'fd00:2::5', '127.0.0.1', '::ffff:10.1.0.1'].map((one) =>
      mayReach(one, rules),
    ),
  ).toEqual([true, true, false, false, false, false])
})
