#include "script-fixture.h"

#include <adwaita.h>

#include "app-fixture.h"
#include "app/cell-grid.h"
#include "hand-fixture.h"
#include "naming-fixture.h"

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
    if (naming_is_called (widget, name))
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
can_be_clicked (GtkWidget *widget, const char *name)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget) &&
         !GTK_IS_NATIVE (widget) && naming_is_called (widget, name);
}

/* (nullable): of those called @name the one with that number, which is counted down; what is within
 * one of them is not another one. */
static GtkWidget *
find_called (GtkWidget *root, const char *name, int *number)
{
  GtkWidget *found = NULL;

  if (can_be_clicked (root, name))
    return --*number == 0 ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_called (child, name, number);
  return found;
}

static gboolean
is_shown (GtkWidget *widget, gconstpointer type)
{
  return gtk_widget_get_mapped (widget) &&
         G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

/* (nullable): "NAME", or "NAME #2" for the second; in what lies over the window, if something
 * does. */
static gpointer
find_target (const char *words)
{
  GtkWindow *window = hand_find_window ();
  g_auto (GStrv) parts = g_strsplit (words, " #", 2);
  int number = parts[1] != NULL ? atoi (parts[1]) : 1;
  gpointer popover;

  if (window == NULL)
    return NULL;
  if (g_str_has_prefix (words, "cell "))
    return find_cell (app_find (window, is_shown, GSIZE_TO_POINTER (MIS_TYPE_CELL_GRID)),
                      words + strlen ("cell "));
  popover = app_find (window, is_shown, GSIZE_TO_POINTER (GTK_TYPE_POPOVER));
  return find_called (popover != NULL ? popover : window, parts[0], &number);
}

static gboolean
is_there (const char *words)
{
  return find_target (words) != NULL;
}

static void
click (const char *words, guint n_times)
{
  GtkWidget *target;

  hand_rest_before (find_target (words));
  hand_look ();
  target = find_target (words);
  g_assert_nonnull (target);
  hand_click (target, gtk_widget_get_width (target) / 2.0, gtk_widget_get_height (target) / 2.0,
              n_times);
}

/* For those who write a script: where the keyboard is, from the inside out. */
static void
print_focus (void)
{
  GString *names = g_string_new ("    ");

  for (GtkWidget *widget = get_focus (); widget != NULL && !GTK_IS_NATIVE (widget);
       widget = gtk_widget_get_parent (widget))
    {
      g_autofree char *name = naming_dup (widget);

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
  static const char *const clicks[] = { "click", "double-click", "triple-click" };
  g_auto (GStrv) words = g_strsplit (place->line, " ", 2);
  const char *verb = words[0], *rest = words[1];

  g_assert_nonnull (rest);
  for (guint i = 0; i < G_N_ELEMENTS (clicks); i++)
    if (g_str_equal (verb, clicks[i]))
      {
        wait_for (is_there, rest, place);
        click (rest, i + 1);
        return;
      }
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
