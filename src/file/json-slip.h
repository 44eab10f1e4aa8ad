/* json-slip.h: what people who write JSON by hand get wrong, where the text stops being JSON. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisJsonWanted:
 * @MIS_JSON_WANTED_VALUE: a value, or the end of a list that is empty
 * @MIS_JSON_WANTED_NAME: the name of a member, or the end of an object that is empty
 * @MIS_JSON_WANTED_COMMA: a comma, or the end of what is open
 * @MIS_JSON_WANTED_OTHER: a colon, or nothing more
 */
typedef enum
{
  MIS_JSON_WANTED_VALUE,
  MIS_JSON_WANTED_NAME,
  MIS_JSON_WANTED_COMMA,
  MIS_JSON_WANTED_OTHER,
} MisJsonWanted;

/**
 * MisJsonSlip:
 * @at: where the text is no JSON any more; all before it is the beginning of some
 * @opener: '{' or '[', the innermost that is open; 0 if none is
 * @opened_at: where it stands
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  MisJsonWanted wanted;
  char opener;
  gsize opened_at;
} MisJsonSlip;

/* (transfer full): what is probably wrong and how it is mended, beginning with ": "; empty if it is
 * no common slip. O(@at). */
char *mis_json_slip_describe (const MisJsonSlip *slip);

G_END_DECLS
