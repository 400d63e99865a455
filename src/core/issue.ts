// An issue is a fault in a document that was read: where, and what to do about it.
export interface Issue {
  readonly at: string
  readonly message: string
}
