#include "file/draft-slot.h"

#include <string.h>

#include "file/project-reader.h"
#include "file/project-writer.h"

/* The first line has the hash of all that stands behind it. */
#define MAGIC "misalign-draft 1 "
#define HASH_LENGTH 64u
#define BODY (sizeof MAGIC - 1 + HASH_LENGTH + 1)

/* In a line that has nothing to say: the first empty line ends the head. */
#define NONE "-"

enum
{
  LINE_GENERATION,
  LINE_URI,
  LINE_SIZE,
  LINE_SHA256,
  N_LINES,
};

GBytes *
mis_draft_slot_write (const MisWorld *world, const MisDraftOrigin *origin, guint64 generation)
{
  g_autoptr (GBytes) project = mis_project_write (world);
  GString *body = g_string_new (NULL);
  g_autofree char *hash = NULL;
  gsize length;
  const char *text = g_bytes_get_data (project, &length);

  g_string_append_printf (body, "%" G_GUINT64_FORMAT "\n", generation);
  g_string_append_printf (body, "%s\n", origin->uri != NULL ? origin->uri : NONE);
  g_string_append_printf (body, "%" G_GUINT64_FORMAT "\n", origin->stamp.size);
  g_string_append_printf (body, "%s\n\n", origin->uri != NULL ? origin->stamp.sha256 : NONE);
  g_string_append_len (body, text, (gssize)length);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)body->str, body->len);
  g_string_prepend (body, "\n");
  g_string_prepend (body, hash);
  g_string_prepend (body, MAGIC);
  return g_string_free_to_bytes (body);
}

/* (nullable): what stands behind the first line, if its hash is right. */
static const char *
get_body (GBytes *bytes, gsize *length)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autofree char *hash = NULL;

  if (size < BODY || memcmp (text, MAGIC, sizeof MAGIC - 1) != 0 || text[BODY - 1] != '\n')
    return NULL;
  *length = size - BODY;
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text + BODY, *length);
  return memcmp (hash, text + sizeof MAGIC - 1, HASH_LENGTH) == 0 ? text + BODY : NULL;
}

/* (transfer full) (nullable): the lines of the head; *@project is what stands behind them. */
static char **
split_head (GBytes *bytes, const char **project, gsize *length)
{
  const char *body = get_body (bytes, length);
  const char *end = body != NULL ? g_strstr_len (body, (gssize)*length, "\n\n") : NULL;
  g_autofree char *head = NULL;
  g_auto (GStrv) lines = NULL;

  if (end == NULL)
    return NULL;
  head = g_strndup (body, (gsize)(end - body));
  lines = g_strsplit (head, "\n", -1);
  if (g_strv_length (lines) != N_LINES)
    return NULL;
  *project = end + 2;
  *length -= (gsize)(*project - body);
  return g_steal_pointer (&lines);
}

static gboolean
parse_number (const char *text, guint64 *number)
{
  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, number, NULL);
}

gboolean
mis_draft_slot_check (GBytes *bytes, guint64 *generation)
{
  const char *project;
  gsize length;
  g_auto (GStrv) lines = split_head (bytes, &project, &length);

  return lines != NULL && parse_number (lines[LINE_GENERATION], generation);
}

static gboolean
parse_origin (char *const *lines, MisDraftOrigin *origin)
{
  *origin = (MisDraftOrigin){ NULL };
  if (strcmp (lines[LINE_URI], NONE) == 0)
    return TRUE;
  if (!parse_number (lines[LINE_SIZE], &origin->stamp.size) ||
      strlen (lines[LINE_SHA256]) != HASH_LENGTH)
    return FALSE;
  origin->stamp.exists = TRUE;
  g_strlcpy (origin->stamp.sha256, lines[LINE_SHA256], sizeof origin->stamp.sha256);
  origin->uri = g_strdup (lines[LINE_URI]);
  return TRUE;
}

MisWorld *
mis_draft_slot_read (GBytes *bytes, MisDraftOrigin *origin)
{
  const char *project;
  gsize length;
  g_auto (GStrv) lines = split_head (bytes, &project, &length);
  g_autoptr (MisFault) fault = NULL;
  MisWorld *world;

  if (lines == NULL || !parse_origin (lines, origin))
    return NULL;
  world = mis_project_read (project, length, &fault);
  if (world == NULL)
    mis_draft_origin_clear (origin);
  return world;
}
