/* Any bytes for the gate of JSON: what passes can be walked to its last value, and layout around it
 * changes nothing. */
#include "file/json-gate.h"
#include "file/json-text.h"

#include "target.h"

static gboolean
passes (const char *text, gsize length, guint max_depth, MisJsonOutline *outline)
{
  g_autofree char *copy = g_memdup2 (text, length);
  g_autoptr (MisFault) fault = NULL;
  gboolean passed = mis_json_gate (copy, length, max_depth, outline, &fault);

  g_assert_true (passed == (fault == NULL));
  if (!passed)
    fuzz_spell_fault (fault);
  return passed;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *text = (const char *)data;
  MisJsonOutline outline;
  gboolean shallow = passes (text, size, 8, NULL);
  gboolean deep = passes (text, size, MIS_JSON_MAX_DEPTH, &outline);
  g_autoptr (GString) framed = g_string_new_len (text, (gssize)size);

  g_assert_true (deep || !shallow);
  g_string_append (framed, " \n\t\r");
  g_assert_true (passes (framed->str, framed->len, MIS_JSON_MAX_DEPTH, NULL) == deep);
  if (!deep)
    return 0;
  g_assert_cmpuint (outline.root, <, size);
  g_assert_cmpuint (outline.n_members, <=, MIS_JSON_OUTLINE_MEMBERS);
  for (guint i = 0; i < outline.n_members; i++)
    {
      g_assert_cmpuint (outline.members[i].name, <, outline.members[i].value);
      g_assert_cmpuint (outline.members[i].value, <, size);
      g_assert_cmpint (text[outline.members[i].name], ==, '"');
    }
  return 0;
}
