// What the doctor says of one thing: good, to be minded, or wrong; with what to do.

export interface Finding {
  readonly state: 'good' | 'mind' | 'wrong'
  readonly says: string
}

export interface Remark extends Finding {
  readonly about: string
}

export function good(says: string): Finding {
  return { state: 'good', says }
}

export function mind(says: string): Finding {
  return { state: 'mind', says }
}

export function wrong(says: string): Finding {
  return { state: 'wrong', says }
}
