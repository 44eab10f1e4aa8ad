#include "file/table-header.h"

#include "file/table-contents.h"
#include "file/table-field.h"

const char *const mis_table_roles[MIS_TABLE_N_ROLES] = {
  [MIS_TABLE_AGENT] = "agent",
  [MIS_TABLE_NAME] = "name",
  [MIS_TABLE_KIND] = "kind",
  [MIS_TABLE_PRINCIPAL] = "principal",
  [MIS_TABLE_COUNT] = "count",
  [MIS_TABLE_AREA] = "area",
  [MIS_TABLE_GOAL] = "goal",
  [MIS_TABLE_WEIGHT] = "weight",
  [MIS_TABLE_LOW] = "low",
  [MIS_TABLE_HIGH] = "high",
};

#define N_WIDE_ROLES MIS_TABLE_AREA
#define MOST_LISTED 8u /* columns in a message */
#define LONG_COLUMNS "agent, name, kind, principal, count, area, goal, weight, low, high"

static int
find_role (const MisTableField *field)
{
  for (guint i = 0; i < MIS_TABLE_N_ROLES; i++)
    if (mis_table_field_is_word (field, mis_table_roles[i]))
      return (int) i;
  return -1;
}

static gboolean
fail_repeated (MisTableScan *scan, guint column, const char *label)
{
  g_autofree char *found = mis_table_field_quote (&scan->fields[column]);

  return mis_table_scan_fail (scan, column, label,
                              "found the column %s a second time, expected it once", found);
}

/* Finds the roles; what has none is left for the areas of the wide form. */
static gboolean
read_roles (MisTableHeader *header, MisTableScan *scan)
{
  for (guint i = 0; i < header->n_columns; i++)
    {
      const MisTableField *field = &scan->fields[i];
      int role = find_role (field);

      if (field->length == 0)
        return mis_table_scan_fail (scan, i, "", "found a column without a name, expected the name "
                                                 "of what is in it");
      if (role < 0)
        continue;
      if (header->columns[role] >= 0)
        return fail_repeated (scan, i, header->labels[i]);
      header->columns[role] = (int) i;
    }
  return TRUE;
}

/* What the column of agents is often called; %FALSE of any other column. */
static gboolean
is_name_of_agents (const char *label)
{
  static const char *const names[] = { "organisation", "organization", "company", "firm",
                                       "stakeholder",  "actor",        "group",   "respondent",
                                       "person",       "name",         "id" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (label, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
may_stand_for (const char *label, const char *wanted)
{
  return strcmp (wanted, mis_table_roles[MIS_TABLE_AGENT]) == 0 && is_name_of_agents (label);
}

/* (transfer full): the columns that there are, and the one of them that is hardly misspelt, or that
 * is the wanted one under another name. */
static char *
list_columns (const MisTableHeader *header, const char *wanted)
{
  GString *list = g_string_new (NULL);
  const char *similar = NULL, *other = NULL;

  for (guint i = 0; i < header->n_columns; i++)
    {
      const char *label = header->labels[i];
      g_autofree char *quoted = mis_table_quote (label, strlen (label));

      if (i < MOST_LISTED)
        g_string_append_printf (list, i == 0 ? "%s" : ", %s", quoted);
      if (similar == NULL
          && (mis_names_resemble (label, wanted) || mis_label_resembles (label, wanted)))
        similar = label;
      if (other == NULL && may_stand_for (label, wanted))
        other = label;
    }
  similar = similar != NULL ? similar : other;
  if (header->n_columns > MOST_LISTED)
    g_string_append_printf (list, " and %u more", header->n_columns - MOST_LISTED);
  if (similar != NULL)
    {
      g_autofree char *quoted = mis_table_quote (similar, strlen (similar));

      g_string_append_printf (list, "; should %s be \"%s\"?", quoted, wanted);
    }
  return g_string_free (list, FALSE);
}

static gboolean
require (const MisTableHeader *header, MisTableScan *scan, MisTableRole role)
{
  g_autofree char *columns = NULL;

  if (header->columns[role] >= 0)
    return TRUE;
  columns = list_columns (header, mis_table_roles[role]);
  return mis_table_scan_fail (scan, 0, mis_table_roles[role],
                              "found no column \"%s\", expected one: a long table has agent, "
                              "area and goal, a wide one agent and a column for each area; "
                              "found %s",
                              mis_table_roles[role], columns);
}

static gboolean
check_long (const MisTableHeader *header, MisTableScan *scan)
{
  for (guint i = 0; i < header->n_columns; i++)
    if (find_role (&scan->fields[i]) < 0)
      {
        g_autofree char *found = mis_table_field_quote (&scan->fields[i]);

        return mis_table_scan_fail (scan, i, header->labels[i],
                                    "found the column %s, expected one of " LONG_COLUMNS, found);
      }
  return require (header, scan, MIS_TABLE_AREA) && require (header, scan, MIS_TABLE_GOAL);
}

/* A label of the wide form such as "Privacy:weight", cut in two; @role is -1 where nothing that can
 * stand behind an area follows the last colon, or where there is none. */
typedef struct
{
  gsize area_length;
  MisTableField behind;
  int role;
} Label;

static Label
cut_label (const MisTableField *field)
{
  const char *colon = g_strrstr_len (field->text, field->length, ":");
  Label label = { .area_length = field->length, .role = -1 };

  if (colon == NULL)
    return label;
  label.area_length = (gsize) (colon - field->text);
  while (label.area_length > 0 && field->text[label.area_length - 1] == ' ')
    label.area_length--;
  label.behind.text = colon + 1;
  label.behind.length = (guint) (field->text + field->length - label.behind.text);
  while (label.behind.length > 0 && *label.behind.text == ' ')
    {
      label.behind.text++;
      label.behind.length--;
    }
  for (int role = MIS_TABLE_WEIGHT; role <= MIS_TABLE_HIGH && label.area_length > 0; role++)
    if (mis_table_field_is_word (&label.behind, mis_table_roles[role]))
      label.role = role;
  return label;
}

static MisTableAreaColumn *
find_area_column (const MisTableHeader *header, guint area)
{
  for (guint i = 0; i < header->areas->len; i++)
    {
      MisTableAreaColumn *column = &g_array_index (header->areas, MisTableAreaColumn, i);

      if (column->area == area)
        return column;
    }
  return NULL;
}

/* The area that a column is called after: as it is spelled, else in lower case if that is known. */
static int
find_area (MisTableVocabulary *vocabulary, const char *text, gsize length, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (text, (gssize) length);
  guint n_areas = mis_table_vocabulary_get_n_areas (vocabulary);

  for (guint i = 0; i < n_areas; i++)
    if (strcmp (mis_table_vocabulary_get_area_id (vocabulary, i), lower) == 0)
      return (int) i;
  return mis_table_vocabulary_get_area (vocabulary, text, length, error);
}

static gboolean
read_goal_column (MisTableHeader *header,
                  MisTableScan *scan,
                  MisTableVocabulary *vocabulary,
                  guint i)
{
  const MisTableField *field = &scan->fields[i];
  MisTableAreaColumn column = { .places = { (int) i, -1, -1, -1 } };
  g_autoptr (GError) error = NULL;
  int area = find_area (vocabulary, field->text, field->length, &error);

  if (area < 0)
    return mis_table_scan_fail (scan, i, header->labels[i], "%s", error->message);
  column.area = (guint) area;
  if (find_area_column (header, column.area) != NULL)
    return fail_repeated (scan, i, header->labels[i]);
  g_array_append_val (header->areas, column);
  return TRUE;
}

/* The area whose goals stand in a column called like the first part of a label. */
static MisTableAreaColumn *
find_goal_column (const MisTableHeader *header, const char *name)
{
  for (guint i = 0; i < header->areas->len; i++)
    {
      MisTableAreaColumn *column = &g_array_index (header->areas, MisTableAreaColumn, i);

      if (g_ascii_strcasecmp (header->labels[column->places.goal], name) == 0)
        return column;
    }
  return NULL;
}

/* (transfer full): the column that is called like @name but for a slip, as advice; or nothing. */
static char *
suggest_column (const MisTableHeader *header, const char *name)
{
  for (guint i = 0; i < header->areas->len; i++)
    {
      guint column = (guint) g_array_index (header->areas, MisTableAreaColumn, i).places.goal;

      if (mis_names_resemble (name, header->labels[column])
          || mis_label_resembles (name, header->labels[column]))
        return g_strdup_printf ("; did you mean \"%s\"?", header->labels[column]);
    }
  return g_strdup ("");
}

static gboolean
fail_goals (const MisTableHeader *header, MisTableScan *scan, guint i, const Label *label)
{
  g_autofree char *name = g_strndup (scan->fields[i].text, label->area_length);
  g_autofree char *advice = suggest_column (header, name);

  return mis_table_scan_fail (scan, i, header->labels[i],
                              "found %s of \"%s\", expected also a column \"%s\" with its goals%s",
                              label->role == MIS_TABLE_WEIGHT ? "weights" : "ranges of weights",
                              name, name, advice);
}

static gboolean
read_number_column (MisTableHeader *header, MisTableScan *scan, guint i, const Label *label)
{
  g_autofree char *name = g_strndup (scan->fields[i].text, label->area_length);
  MisTableAreaColumn *column = find_goal_column (header, name);
  int *place;

  if (column == NULL)
    return fail_goals (header, scan, i, label);
  place = label->role == MIS_TABLE_WEIGHT ? &column->places.weight
          : label->role == MIS_TABLE_LOW  ? &column->places.low
                                          : &column->places.high;
  if (*place >= 0)
    return fail_repeated (scan, i, header->labels[i]);
  *place = (int) i;
  return TRUE;
}

/* A label "Privacy:wieght" beside a column "Privacy" is a slip, not an area of its own; a colon in
 * the name of an area is none. */
static gboolean
check_goal_label (const MisTableHeader *header, MisTableScan *scan, guint i, const Label *label)
{
  g_autofree char *name = NULL;
  g_autofree char *found = NULL;

  if (label->behind.text == NULL)
    return TRUE;
  name = g_strndup (scan->fields[i].text, label->area_length);
  for (guint j = 0; j < header->n_columns; j++)
    if (j != i && g_ascii_strcasecmp (header->labels[j], name) == 0)
      {
        found = mis_table_field_quote (&label->behind);
        return mis_table_scan_fail (scan, i, header->labels[i],
                                    "found %s behind the area \"%s\", expected %s:weight, %s:low "
                                    "or %s:high",
                                    found, name, name, name, name);
      }
  return TRUE;
}

static gboolean
read_wide (MisTableHeader *header, MisTableScan *scan, MisTableVocabulary *vocabulary)
{
  for (guint role = N_WIDE_ROLES; role < MIS_TABLE_N_ROLES; role++)
    if (header->columns[role] >= 0)
      return require (header, scan, MIS_TABLE_AREA);
  for (guint i = 0; i < header->n_columns; i++)
    {
      Label label = cut_label (&scan->fields[i]);

      if (find_role (&scan->fields[i]) < 0 && label.role < 0
          && (!check_goal_label (header, scan, i, &label)
              || !read_goal_column (header, scan, vocabulary, i))
          && !mis_table_scan_set_aside (scan))
        return FALSE;
    }
  for (guint i = 0; i < header->n_columns; i++)
    {
      Label label = cut_label (&scan->fields[i]);

      if (label.role >= 0 && !read_number_column (header, scan, i, &label)
          && !mis_table_scan_set_aside (scan))
        return FALSE;
    }
  return scan->n_aside == 0;
}

gboolean
mis_table_header_read (MisTableHeader *header, MisTableScan *scan, MisTableVocabulary *vocabulary)
{
  *header = (MisTableHeader) { .n_columns = scan->n_fields };
  header->labels = g_new0 (char *, header->n_columns + 1);
  header->areas = g_array_new (FALSE, FALSE, sizeof (MisTableAreaColumn));
  for (guint i = 0; i < header->n_columns; i++)
    header->labels[i] = g_strndup (scan->fields[i].text, scan->fields[i].length);
  for (guint i = 0; i < MIS_TABLE_N_ROLES; i++)
    header->columns[i] = -1;
  if (!read_roles (header, scan) || !require (header, scan, MIS_TABLE_AGENT))
    return FALSE;
  header->is_long = header->columns[MIS_TABLE_AREA] >= 0;
  header->places = (MisTablePlaces) { header->columns[MIS_TABLE_GOAL],
                                      header->columns[MIS_TABLE_WEIGHT],
                                      header->columns[MIS_TABLE_LOW],
                                      header->columns[MIS_TABLE_HIGH] };
  return header->is_long ? check_long (header, scan) : read_wide (header, scan, vocabulary);
}

void
mis_table_header_clear (MisTableHeader *header)
{
  g_clear_pointer (&header->labels, g_strfreev);
  g_clear_pointer (&header->areas, g_array_unref);
}

gboolean
mis_table_header_has_ranges (const MisTableHeader *header)
{
  gboolean found = header->places.low >= 0 || header->places.high >= 0;

  for (guint i = 0; i < header->areas->len; i++)
    {
      const MisTablePlaces *places = &g_array_index (header->areas, MisTableAreaColumn, i).places;

      found = found || places->low >= 0 || places->high >= 0;
    }
  return found;
}

gboolean
mis_table_is_one (const char *text, gsize length)
{
  MisTableScan scan;
  gboolean found = FALSE;

  mis_table_scan_init_memory (&scan, text, length);
  if (mis_table_scan_header (&scan))
    for (guint i = 0; i < scan.n_fields && !found; i++)
      found = mis_table_field_is_word (&scan.fields[i], mis_table_roles[MIS_TABLE_AGENT]);
  mis_fault_free (mis_table_scan_end (&scan));
  return found;
}
