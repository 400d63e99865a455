create virtual table search_words using fts5 (
  tenant_id unindexed,
  engagement_id unindexed,
  activity_id unindexed,
  title,
  words,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);
