#include "script-fixture.h"

#include <adwaita.h>

#include "app-fixture.h"
#include "app/cell-grid.h"
#include "hand-fixture.h"

/* Those in which a widget is given its name. */
static const char *const properties[] = { "label", "title", "tooltip-text", "placeholder-text" };

/* The line that is played. */
typedef struct
{
  const char *script;
  guint number;
  const char *line;
} Place;

static GtkWidget *
get_focus (void)
{
  GtkWindow *window = hand_find_window ();

  return window != NULL ? gtk_window_get_focus (window) : NULL;
}

/* Without the underscore of a mnemonic. */
static gboolean
is_label (const char *label, const char *name)
{
  const char *line = label != NULL ? strchr (label, '_') : NULL;
  g_autofree char *plain =
      line != NULL ? g_strdup_printf ("%.*s%s", (int)(line - label), label, line + 1) : NULL;

  return g_strcmp0 (label, name) == 0 || g_strcmp0 (plain, name) == 0;
}

/* (transfer full) (nullable): a property of text, if @widget has it. */
static char *
dup_property (GtkWidget *widget, const char *property)
{
  GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  char *value = NULL;

  if (spec != NULL && spec->value_type == G_TYPE_STRING)
    g_object_get (widget, property, &value, NULL);
  return value;
}

static gboolean
has_property (GtkWidget *widget, const char *property, const char *name)
{
  g_autofree char *value = dup_property (widget, property);

  return is_label (value, name);
}

/* By the label whose mnemonic leads to it. */
static gboolean
has_label_before (GtkWidget *widget, const char *name)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (widget);

  for (GList *label = labels; label != NULL; label = label->next)
    if (GTK_IS_LABEL (label->data) && is_label (gtk_label_get_label (label->data), name))
      return TRUE;
  return FALSE;
}

/* (nullable) (transfer none): of a button, or an item of a menu or a list. */
static const char *
get_inner_label (GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);
  gboolean is_item =
      g_str_equal (type, "GtkListItemWidget") || g_str_equal (type, "GtkModelButton");
  GtkWidget *label =
      is_item || GTK_IS_BUTTON (widget) ? app_find_type (widget, GTK_TYPE_LABEL) : NULL;

  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static gboolean
is_spoken (GtkWidget *widget, const char *name)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return other == NULL;
}

static gboolean
is_called (GtkWidget *widget, gconstpointer name)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (has_property (widget, properties[i], name))
      return TRUE;
  return is_label (get_inner_label (widget), name) || has_label_before (widget, name) ||
         is_spoken (widget, name);
}

static MisCellGrid *
get_grid (GtkWidget *focus)
{
  GtkWidget *grid = focus != NULL ? gtk_widget_get_ancestor (focus, MIS_TYPE_CELL_GRID) : NULL;

  return grid != NULL ? MIS_CELL_GRID (grid) : NULL;
}

/* (nullable): the cell whose place is @where, "ROW COLUMN", if it is in sight. */
static gpointer
find_cell (MisCellGrid *grid, const char *where)
{
  int row, column;

  g_assert_cmpint (sscanf (where, "%d %d", &row, &column), ==, 2);
  return grid != NULL ? mis_cell_grid_get_cell (grid, row - 1, column - 1) : NULL;
}

static gpointer
get_cursor (MisCellGrid *grid)
{
  return mis_cell_grid_get_cell (grid, (int)mis_cell_grid_get_cursor_row (grid),
                                 (int)mis_cell_grid_get_cursor_column (grid));
}

static gboolean
is_at_cell (const char *where)
{
  MisCellGrid *grid = get_grid (get_focus ());

  return grid != NULL && find_cell (grid, where) == get_cursor (grid);
}

static gboolean
is_at (const char *name)
{
  for (GtkWidget *widget = get_focus (); widget != NULL && !GTK_IS_NATIVE (widget);
       widget = gtk_widget_get_parent (widget))
    if (is_called (widget, name))
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable) */
static char *
dup_words (GtkWidget *focus)
{
  char *words = NULL;

  if (GTK_IS_TEXT_VIEW (focus))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "text", &words, NULL);
  else if (GTK_IS_EDITABLE (focus))
    words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  else if (get_grid (focus) != NULL)
    words = g_strdup (mis_grid_cell_get_text (get_cursor (get_grid (focus))));
  return words;
}

static gboolean
says (const char *expected)
{
  g_autofree char *words = dup_words (get_focus ());

  return g_strcmp0 (words, expected) == 0;
}

static gboolean
can_be_clicked (GtkWidget *widget, gconstpointer name)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget) &&
         !GTK_IS_NATIVE (widget) && is_called (widget, name);
}

static gboolean
is_shown_grid (GtkWidget *widget, gconstpointer data)
{
  return MIS_IS_CELL_GRID (widget) && gtk_widget_get_mapped (widget);
}

static gpointer
find_target (const char *name)
{
  GtkWindow *window = hand_find_window ();

  if (window == NULL)
    return NULL;
  return g_str_has_prefix (name, "cell ")
             ? find_cell (app_find (window, is_shown_grid, NULL), name + strlen ("cell "))
             : app_find (window, can_be_clicked, name);
}

static void
click (const char *name, guint button, guint n_times)
{
  GtkWidget *target;

  app_wait_until ((target = find_target (name)) != NULL);
  hand_click (target, gtk_widget_get_width (target) / 2.0, gtk_widget_get_height (target) / 2.0,
              button, n_times);
}

/* (transfer full): what the first name is by which @widget is called. */
static char *
dup_name (GtkWidget *widget)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *name = dup_property (widget, properties[i]);

      if (name != NULL && *name != '\0')
        return g_steal_pointer (&name);
    }
  if (get_inner_label (widget) != NULL)
    return g_strdup (get_inner_label (widget));
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             "");
}

/* For those who write a script: where the keyboard is, from the inside out. */
static void
print_focus (void)
{
  GString *names = g_string_new ("    ");

  for (GtkWidget *widget = get_focus (); widget != NULL && !GTK_IS_NATIVE (widget);
       widget = gtk_widget_get_parent (widget))
    {
      g_autofree char *name = dup_name (widget);

      if (name != NULL && !g_str_equal (name, "undefined"))
        g_string_append_printf (names, " %s “%s”", G_OBJECT_TYPE_NAME (widget), name);
    }
  g_printerr ("%s\n", names->str);
  g_string_free (names, TRUE);
}

/* Waits as app_wait_until() does, and says where the script was if that was in vain. */
static void
wait_for (gboolean (*holds) (const char *words), const char *words, const Place *place)
{
  g_autofree char *condition =
      g_strdup_printf ("%s:%u: %s", place->script, place->number, place->line);

  app_begin_wait (condition);
  while (!holds (words))
    app_iterate ();
  app_end_wait ();
}

static void
play_line (const Place *place)
{
  g_auto (GStrv) words = g_strsplit (place->line, " ", 2);
  const char *verb = words[0], *rest = words[1];

  g_assert_nonnull (rest);
  if (g_str_equal (verb, "press"))
    hand_press (rest);
  else if (g_str_equal (verb, "type"))
    hand_type (rest);
  else if (g_str_equal (verb, "says"))
    wait_for (says, rest, place);
  else if (g_str_equal (verb, "at") && g_str_has_prefix (rest, "cell "))
    wait_for (is_at_cell, rest + strlen ("cell "), place);
  else if (g_str_equal (verb, "at"))
    wait_for (is_at, rest, place);
  else if (g_str_equal (verb, "click"))
    click (rest, 1, 1);
  else if (g_str_equal (verb, "double-click"))
    click (rest, 1, 2);
  else if (g_str_equal (verb, "right-click"))
    click (rest, 3, 1);
  else
    g_error ("%s:%u: %s: not known", place->script, place->number, verb);
}

static char *
read_script (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
script_play (const char *name, const char *file)
{
  g_autofree char *text = read_script (name);
  g_auto (GStrv) parts = g_strsplit (text, "{file}", -1);
  g_autofree char *filled = g_strjoinv (file, parts);
  g_auto (GStrv) lines = g_strsplit (filled, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const Place place = { name, i + 1, lines[i] };

      if (g_test_verbose ())
        g_printerr ("%s\n", lines[i]);
      if (*lines[i] != '\0' && *lines[i] != '#')
        play_line (&place);
      if (g_test_verbose ())
        print_focus ();
    }
}
