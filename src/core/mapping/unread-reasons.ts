// Why a column whose cells name parties is not taken for who does it.

/** Why a column of an unknown heading is not taken for who does it, whatever its cells say. */
export const namesParties = 'its cells name parties, and its heading does not say that they do it'

/** Why a column is not taken for who does it now. */
export const otherState = 'it speaks of what is proposed, planned or past'
