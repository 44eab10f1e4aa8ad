#include "file/table-advice.h"

#include <string.h>

#include "file/table-contents.h"
#include "file/table-field.h"
#include "file/table-header.h"

/* What a name was compared with so far, and the best of it. */
typedef struct
{
  const char *found;
  char *folded;
  gboolean is_known;   /* the project has it */
  const char *alike;   /* (nullable): the same but for capitals and spaces */
  const char *similar; /* (nullable): hardly misspelt */
} Search;

static void
compare (Search *search, const char *name)
{
  g_autofree char *folded = mis_name_fold (name);

  search->is_known = search->is_known || strcmp (name, search->found) == 0;
  if (search->alike == NULL && strcmp (folded, search->folded) == 0)
    search->alike = name;
  if (search->similar == NULL && mis_names_resemble (name, search->found))
    search->similar = name;
}

static void
compare_areas (Search *search, const MisWorld *world)
{
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      const MisArea *area = mis_world_get_area (world, i);

      compare (search, mis_area_get_id (area));
      compare (search, mis_area_get_name (area));
    }
}

static void
compare_goals (Search *search, const MisArea *area)
{
  for (guint i = 0; i < mis_area_get_n_goals (area); i++)
    {
      compare (search, mis_area_get_goal (area, i)->id);
      compare (search, mis_area_get_goal (area, i)->name);
    }
}

/* The area that a column is called after; %NULL if it is another column. */
static const MisArea *
find_area (const MisWorld *world, const char *label)
{
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      const MisArea *area = mis_world_get_area (world, i);

      if (g_ascii_strcasecmp (mis_area_get_id (area), label) == 0
          || strcmp (mis_area_get_name (area), label) == 0)
        return area;
    }
  return NULL;
}

static gboolean
is_called (const char *label, MisTableRole role)
{
  return g_ascii_strcasecmp (label, mis_table_roles[role]) == 0;
}

/* Whether the fault is about the label of a column that stands for an area. */
static gboolean
is_area_label (const MisFault *fault)
{
  if (strcmp (fault->place, fault->found) != 0 || strchr (fault->found, ':') != NULL)
    return FALSE;
  for (guint role = 0; role < MIS_TABLE_N_ROLES; role++)
    if (is_called (fault->found, role))
      return FALSE;
  return TRUE;
}

/* Compares what was found with all that may stand in its place; %FALSE if no name may. */
static gboolean
search_place (Search *search, const MisFault *fault, const MisWorld *world)
{
  const MisArea *own = find_area (world, fault->place);

  if (is_called (fault->place, MIS_TABLE_AREA) || is_area_label (fault))
    compare_areas (search, world);
  else if (own != NULL)
    compare_goals (search, own);
  else if (is_called (fault->place, MIS_TABLE_GOAL))
    for (guint i = 0; i < mis_world_get_n_areas (world); i++)
      compare_goals (search, mis_world_get_area (world, i));
  else
    return FALSE;
  return !search->is_known;
}

static void
add_advice (MisFault *fault, const Search *search)
{
  g_autofree char *advice = NULL;

  if (search->alike != NULL)
    advice = g_strdup_printf ("; \"%s\" differs only in capitals or spaces, write it so",
                              search->alike);
  else if (search->similar != NULL)
    advice = g_strdup_printf ("; did you mean \"%s\"?", search->similar);
  if (advice != NULL)
    mis_fault_add_advice (fault, advice);
}

static gboolean
advise_one (MisFault *fault, const MisWorld *world)
{
  Search search = { .found = fault->found };
  gboolean is_name;

  if (fault->code != MIS_FILE_ERROR_TABLE || fault->found == NULL || *fault->found == '\0')
    return FALSE;
  search.folded = mis_name_fold (fault->found);
  is_name = search_place (&search, fault, world);
  if (is_name)
    add_advice (fault, &search);
  g_free (search.folded);
  return is_name;
}

gboolean
mis_table_advise (MisFault *fault, const MisWorld *world)
{
  gboolean is_name = advise_one (fault, world);

  for (guint i = 0; fault->others != NULL && i < fault->others->len; i++)
    is_name = advise_one (g_ptr_array_index (fault->others, i), world) || is_name;
  return is_name;
}

static gboolean
has_number (const MisTableScan *scan)
{
  double number;

  for (guint i = 0; i < MIN (scan->n_fields, MIS_TABLE_MAX_COLUMNS); i++)
    if (mis_table_field_parse_number (&scan->fields[i], scan->separator != ',', &number))
      return TRUE;
  return FALSE;
}

/* Whether it is the label of a column beyond doubt: "count", "Privacy:weight". */
static gboolean
is_label (const MisTableField *field)
{
  const char *colon = g_strrstr_len (field->text, field->length, ":");
  MisTableField word = *field;

  if (colon != NULL)
    {
      word.text = colon + 1;
      word.length -= (guint) (word.text - field->text);
    }
  for (guint role = 0; role < MIS_TABLE_N_ROLES; role++)
    if (mis_table_field_is_word (&word, mis_table_roles[role]))
      return TRUE;
  return FALSE;
}

static gboolean
has_label (const MisTableScan *scan)
{
  for (guint i = 0; i < MIN (scan->n_fields, MIS_TABLE_MAX_COLUMNS); i++)
    if (is_label (&scan->fields[i]))
      return TRUE;
  return FALSE;
}

void
mis_table_advise_header (MisTableScan *scan)
{
  MisFault *fault = scan->fault;

  /* A header that is nearly right is told what is wrong with it. */
  if (fault == NULL || fault->code != MIS_FILE_ERROR_TABLE || has_label (scan)
      || !(*fault->place == '\0' || is_called (fault->place, MIS_TABLE_AGENT)))
    return;
  if (has_number (scan))
    mis_fault_add_advice (fault, "; the first row looks like data, not like names of columns: put "
                                 "a row with names above it");
  else if (is_called (fault->place, MIS_TABLE_AGENT))
    mis_fault_add_advice (fault, "; if the first row is data, put a row with names of columns "
                                 "above it");
}
