#include "file/table-words.h"

#include <string.h>

#define FIRST_SIZE 8u

typedef struct
{
  char *text; /* %NULL: free */
  gsize length;
  guint64 hash;
  int value;
  gboolean is_id;
} Word;

/* A hash table with open addressing, at most half full. */
struct _MisTableWords
{
  Word *slots;
  guint n_slots; /* a power of two */
  guint n;
};

MisTableWords *
mis_table_words_new (void)
{
  MisTableWords *self = g_new0 (MisTableWords, 1);

  self->n_slots = FIRST_SIZE;
  self->slots = g_new0 (Word, self->n_slots);
  return self;
}

void
mis_table_words_free (MisTableWords *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    g_free (self->slots[i].text);
  g_free (self->slots);
  g_free (self);
}

static inline guint64
load (const char *p, gsize length)
{
  guint64 word = 0;

  memcpy (&word, p, length);
  return word;
}

static inline guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 29);
}

static inline guint64
hash_text (const char *text, gsize length)
{
  guint64 hash = length;

  /* Loads of a fixed size, the last of which may overlap the one before. */
  if (length >= 8)
    {
      for (gsize i = 0; i + 8 < length; i += 8)
        hash = mix (hash, load (text + i, 8));
      return mix (mix (hash, load (text + length - 8, 8)), 0);
    }
  if (length >= 4)
    return mix (mix (hash, load (text, 4) << 32 | load (text + length - 4, 4)), 0);
  for (gsize i = 0; i < length; i++)
    hash = hash << 8 | (guint8) text[i];
  return mix (mix (0, hash), 0);
}

static Word *
find_slot (const MisTableWords *self, const char *text, gsize length, guint64 hash)
{
  guint mask = self->n_slots - 1;

  for (guint i = (guint) hash & mask;; i = (i + 1) & mask)
    {
      Word *word = &self->slots[i];

      if (word->text == NULL
          || (word->hash == hash && word->length == length
              && memcmp (word->text, text, length) == 0))
        return word;
    }
}

static void
grow (MisTableWords *self)
{
  MisTableWords larger = { .n_slots = 2 * self->n_slots, .n = self->n };

  larger.slots = g_new0 (Word, larger.n_slots);
  for (guint i = 0; i < self->n_slots; i++)
    {
      Word *word = &self->slots[i];

      if (word->text != NULL)
        *find_slot (&larger, word->text, word->length, word->hash) = *word;
    }
  g_free (self->slots);
  *self = larger;
}

/* The place of a word; a new one has the value %MIS_TABLE_WORD_UNKNOWN. */
static Word *
get_word (MisTableWords *self, const char *text)
{
  gsize length = strlen (text);
  guint64 hash = hash_text (text, length);
  Word *word;

  if (2 * self->n >= self->n_slots)
    grow (self);
  word = find_slot (self, text, length, hash);
  if (word->text == NULL)
    {
      *word = (Word) { g_strdup (text), length, hash, MIS_TABLE_WORD_UNKNOWN, FALSE };
      self->n++;
    }
  return word;
}

void
mis_table_words_add_id (MisTableWords *self, const char *id, int value)
{
  Word *word = get_word (self, id);

  word->value = value;
  word->is_id = TRUE;
}

void
mis_table_words_add_name (MisTableWords *self, const char *name, int value)
{
  Word *word = get_word (self, name);

  if (word->is_id || word->value == value)
    return;
  word->value = word->value == MIS_TABLE_WORD_UNKNOWN ? value : MIS_TABLE_WORD_AMBIGUOUS;
}

int
mis_table_words_find (const MisTableWords *self, const char *text, gsize length)
{
  const Word *word = find_slot (self, text, length, hash_text (text, length));

  return word->text != NULL ? word->value : MIS_TABLE_WORD_UNKNOWN;
}
