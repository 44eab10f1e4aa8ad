/* json-emitter.h: JSON as this program writes it: two-space indent, exact numbers, raw UTF-8.
 *
 * The caller says for each object and list whether it stands on one line or on several:
 *
 *   { "a": 1, "b": [1, 2] }        {
 *                                    "a": 1,
 *                                    "b": [...]
 *                                  }
 *
 * Empty ones are `{}` and `[]`. Inside one that stands on one line everything does.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MIS_JSON_EMITTER_DEPTH 16

typedef enum
{
  MIS_JSON_ONE_LINE,
  MIS_JSON_LINES,
} MisJsonLayout;

/* On the stack, between init and steal. */
typedef struct
{
  GString *text;
  guint depth;
  struct
  {
    char opener;
    MisJsonLayout layout;
    gboolean has_items;
  } levels[MIS_JSON_EMITTER_DEPTH];
} MisJsonEmitter;

void mis_json_emitter_init (MisJsonEmitter *emitter);

/* (transfer full): what was written; without a final newline. */
GString *mis_json_emitter_steal (MisJsonEmitter *emitter);

/* (transfer full): the same as the bytes of a file, with a final newline. */
GBytes *mis_json_emitter_end_file (MisJsonEmitter *emitter);

/* Opens an object ('{') or a list ('['); @layout counts only where all around it is on lines. */
void mis_json_emitter_begin (MisJsonEmitter *emitter, char opener, MisJsonLayout layout);
void mis_json_emitter_end (MisJsonEmitter *emitter);

/* A member's name; its value follows. An element of a list needs no such call. */
void mis_json_emitter_key (MisJsonEmitter *emitter, const char *name);

/* Values. @text is valid UTF-8; a @number that is not finite becomes null, JSON having no such. */
void mis_json_emitter_string (MisJsonEmitter *emitter, const char *text);
void mis_json_emitter_number (MisJsonEmitter *emitter, double number);
void mis_json_emitter_whole (MisJsonEmitter *emitter, guint64 number);
void mis_json_emitter_null (MisJsonEmitter *emitter);
void mis_json_emitter_truth (MisJsonEmitter *emitter, gboolean truth);

/* A member with text; and one that is left out if @text is empty. */
void mis_json_emitter_member (MisJsonEmitter *emitter, const char *name, const char *text);
void mis_json_emitter_member_unless_empty (MisJsonEmitter *emitter,
                                           const char *name,
                                           const char *text);

/* Members with a number. */
void mis_json_emitter_member_whole (MisJsonEmitter *emitter, const char *name, guint64 number);
void mis_json_emitter_member_number (MisJsonEmitter *emitter, const char *name, double number);

G_END_DECLS
