#include "plan-text.h"

#include <string.h>

#include "table-text.h"

MisTableProfile *
plan_profile (const char *text)
{
  MisFault *fault = NULL;
  MisTableProfile *profile = mis_table_profile_new (text, strlen (text), '\0', NULL, NULL, &fault);

  if (profile == NULL)
    g_error ("%s: %s", text, table_spell_fault (fault));
  return profile;
}

MisTablePlan *
plan_guess (const char *text)
{
  g_autoptr (MisTableProfile) profile = plan_profile (text);

  return mis_table_plan_new (profile);
}

MisWorld *
plan_read (const MisTablePlan *plan, const char *text, MisTableHow how)
{
  MisFault *fault = NULL;
  MisWorld *world = mis_table_plan_read (plan, text, strlen (text), NULL, how, NULL, NULL, &fault);

  if (world == NULL)
    g_error ("%s: %s", text, table_spell_fault (fault));
  return world;
}

void
plan_expect (const char *text, const char *expected)
{
  g_autoptr (MisTablePlan) plan = plan_guess (text);
  g_autoptr (MisWorld) world = plan_read (plan, text, MIS_TABLE_ADD);
  g_autofree char *written = table_write (world);

  g_assert_cmpstr (written, ==, expected);
}
