#include "file/json-keys.h"

#include <string.h>

#include "file/json-text.h"

/* Below this, comparing each with each is faster than sorting. */
#define FEW 8u

typedef struct
{
  guint32 at; /* of the opening quote */
  guint32 length : 31;
  guint32 has_escapes : 1;
} Key;

struct _MisJsonKeys
{
  const char *text;
  GArray *stack;
  GString *left; /* of a comparison, if it has escapes */
  GString *right;
};

MisJsonKeys *
mis_json_keys_new (const char *text)
{
  MisJsonKeys *keys = g_new (MisJsonKeys, 1);

  keys->text = text;
  keys->stack = g_array_new (FALSE, FALSE, sizeof (Key));
  keys->left = g_string_new (NULL);
  keys->right = g_string_new (NULL);
  return keys;
}

void
mis_json_keys_free (MisJsonKeys *keys)
{
  g_array_unref (keys->stack);
  g_string_free (keys->left, TRUE);
  g_string_free (keys->right, TRUE);
  g_free (keys);
}

guint
mis_json_keys_get_length (const MisJsonKeys *keys)
{
  return keys->stack->len;
}

void
mis_json_keys_push (MisJsonKeys *keys, gsize at, gsize end, gboolean has_escapes)
{
  Key key = {
    .at = (guint32) at,
    .length = (guint32) (end - at - 2) & G_MAXINT32,
    .has_escapes = has_escapes ? 1 : 0,
  };

  g_array_append_val (keys->stack, key);
}

/* The bytes that a name says, and how many. */
static const char *
spell (MisJsonKeys *keys, const Key *key, GString *scratch, gsize *length)
{
  *length = key->length;
  if (!key->has_escapes)
    return keys->text + key->at + 1;
  mis_json_decode (keys->text, key->at, scratch);
  *length = scratch->len;
  return scratch->str;
}

static int
compare_names (MisJsonKeys *keys, const Key *a, const Key *b)
{
  gsize a_length, b_length;
  const char *a_name = spell (keys, a, keys->left, &a_length);
  const char *b_name = spell (keys, b, keys->right, &b_length);
  int order = memcmp (a_name, b_name, MIN (a_length, b_length));

  if (order != 0)
    return order;
  return (a_length > b_length) - (a_length < b_length);
}

/* Equal names in the order of the text. */
static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Key *left = a;
  const Key *right = b;
  int order = compare_names (user_data, left, right);

  return order != 0 ? order : (left->at > right->at) - (left->at < right->at);
}

static gsize
find_among_few (MisJsonKeys *keys, const Key *names, guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (names[i].length == names[j].length || names[i].has_escapes || names[j].has_escapes)
        if (compare_names (keys, &names[i], &names[j]) == 0)
          return names[i].at;
  return G_MAXSIZE;
}

static gsize
find_by_sorting (MisJsonKeys *keys, Key *names, guint n)
{
  gsize duplicate = G_MAXSIZE;

  g_qsort_with_data (names, (int) n, sizeof (Key), compare_keys, keys);
  for (guint i = 1; i < n; i++)
    if (names[i].at < duplicate && compare_names (keys, &names[i - 1], &names[i]) == 0)
      duplicate = names[i].at;
  return duplicate;
}

gboolean
mis_json_keys_close (MisJsonKeys *keys, guint first, gsize *duplicate)
{
  guint n = keys->stack->len - first;
  Key *names = (Key *) (gpointer) keys->stack->data + first;

  if (n <= FEW)
    *duplicate = find_among_few (keys, names, n);
  else
    *duplicate = find_by_sorting (keys, names, n);
  g_array_set_size (keys->stack, first);
  return *duplicate != G_MAXSIZE;
}
