/* What is done with whole rows of the agent table: those that are selected. */
#include "app/agents-page-private.h"

#include <glib/gi18n.h>

static guint
count_rows (MisAgentsPage *self)
{
  return mis_cell_source_get_n_rows (MIS_CELL_SOURCE (self->table));
}

/* (transfer full) (element-type guint): @n_rows rows from @first on, as far as there are such. */
static GArray *
new_rows (MisAgentsPage *self, guint first, guint n_rows)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < count_rows (self) && i - first < n_rows; i++)
    g_array_append_val (rows, i);
  return rows;
}

/* (transfer full) (element-type guint): the rows that are selected. */
static GArray *
get_chosen (MisAgentsPage *self)
{
  MisCellArea area;

  mis_cell_grid_get_selection (self->grid, &area);
  return new_rows (self, area.row, area.n_rows);
}

static const guint *
get_rows (const GArray *rows)
{
  return (const guint *) (const gpointer) rows->data;
}

/* What was not done is said. */
static gboolean
check (MisAgentsPage *self, gboolean done, const GError *error)
{
  if (!done)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", error->message);
  return done;
}

/* A search does not stand in the way of the new group, which is named first. */
static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAgentsPage *self = user_data;
  g_autoptr (GError) error = NULL;
  int row = mis_agent_table_add_row (self->table, -1, &error);

  if (!check (self, row >= 0, error))
    return;
  mis_cell_grid_set_cursor (self->grid, (guint) row, 0);
  mis_cell_grid_begin_name (self->grid);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAgentsPage *self = user_data;
  g_autoptr (GArray) rows = get_chosen (self);
  g_autoptr (GError) error = NULL;

  check (self, mis_agent_table_duplicate_rows (self->table, get_rows (rows), rows->len, &error),
         error);
}

/* (transfer full) */
static char *
say_removed (MisAgentsPage *self, const GArray *rows)
{
  MisWorld *world = mis_document_get_world (self->document);
  guint first = mis_agent_table_get_agent (self->table, get_rows (rows)[0]);

  if (rows->len == 1)
    return g_strdup_printf (_ ("“%s” removed"), mis_world_get_agent (world, first)->name);
  return g_strdup_printf (ngettext ("%u group removed", "%u groups removed", rows->len), rows->len);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAgentsPage *self = user_data;
  g_autoptr (GArray) rows = get_chosen (self);
  g_autofree char *words = say_removed (self, rows);

  mis_agent_table_remove_rows (self->table, get_rows (rows), rows->len);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", words);
}

/* Takes the rows, which stand one behind the other, in front of row @to; they stay selected from
 * @first on. */
static void
move (MisAgentsPage *self, const GArray *rows, guint to, guint first)
{
  MisCellArea area;

  mis_cell_grid_get_selection (self->grid, &area);
  area.row = first;
  if (mis_agent_table_move_rows (self->table, get_rows (rows), rows->len, to))
    mis_cell_grid_select (self->grid, &area);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GArray) rows = get_chosen (user_data);
  guint first = get_rows (rows)[0];

  move (user_data, rows, first - 1, first - 1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GArray) rows = get_chosen (user_data);
  guint first = get_rows (rows)[0];

  move (user_data, rows, first + rows->len + 1, first + 1);
}

/* In front of a row. */
static void
move_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GArray) rows = get_chosen (user_data);
  guint to = g_variant_get_uint32 (parameter);

  move (user_data, rows, to, to > get_rows (rows)[0] ? to - rows->len : to);
}

/* Of several rows those that are alike; where one is selected, all that are shown. */
static void
group_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAgentsPage *self = user_data;
  g_autoptr (GArray) chosen = get_chosen (self);
  g_autoptr (GArray) rows =
    chosen->len > 1 ? g_array_ref (chosen) : new_rows (self, 0, count_rows (self));
  guint n_merged = 0;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (!check (self,
              mis_agent_table_merge_rows (self->table, get_rows (rows), rows->len, &n_merged,
                                          &error),
              error))
    return;
  words = n_merged == 0
              ? g_strdup (_ ("No two of the rows are alike"))
              : g_strdup_printf (ngettext ("%u row counted to another one",
                                           "%u rows counted to others", n_merged),
                                 n_merged);
  gtk_widget_activate_action (GTK_WIDGET (self), n_merged > 0 ? "win.offer-undo" : "win.show-toast",
                              "s", words);
}

static void
expand_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAgentsPage *self = user_data;
  guint row = mis_cell_grid_get_cursor_row (self->grid);
  g_autoptr (GError) error = NULL;

  check (self, mis_agent_table_expand_row (self->table, row, &error), error);
}

/* By the column of the cursor. */
static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAgentsPage *self = user_data;
  const char *order = g_variant_get_string (parameter, NULL);

  mis_agent_table_set_sort (self->table, mis_cell_grid_get_cursor_column (self->grid),
                            g_str_equal (order, "up")     ? MIS_SORT_ASCENDING
                            : g_str_equal (order, "down") ? MIS_SORT_DESCENDING
                                                          : MIS_SORT_NONE);
  mis_agents_page_update_row_actions (self);
}

static const GActionEntry entries[] = {
  { "add", add_cb },
  { "copy", copy_cb },
  { "remove", remove_cb },
  { "move-up", move_up_cb },
  { "move-down", move_down_cb },
  { "move-to", move_to_cb, "u" },
  { "group", group_cb },
  { "expand", expand_cb },
  { "sort", sort_cb, "s" },
};

void
mis_agents_page_add_row_actions (MisAgentsPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

static void
set_enabled (MisAgentsPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* How many agents a row stands for. */
static guint64
get_count (MisAgentsPage *self, guint row)
{
  MisWorld *world = mis_document_get_world (self->document);

  return mis_world_get_agent (world, mis_agent_table_get_agent (self->table, row))->count;
}

static const char *const sorted =
    N_ ("The table is sorted. Choose Order of the File to move groups by hand.");

void
mis_agents_page_update_row_actions (MisAgentsPage *self)
{
  g_autoptr (GArray) rows = get_chosen (self);
  guint n = count_rows (self), first = rows->len > 0 ? get_rows (rows)[0] : 0, column;
  gboolean any = rows->len > 0;
  gboolean moves = any && mis_agent_table_get_sort (self->table, &column) == MIS_SORT_NONE;

  set_enabled (self, "copy", any);
  set_enabled (self, "remove", any);
  set_enabled (self, "move-up", moves && first > 0);
  set_enabled (self, "move-down", moves && first + rows->len < n);
  set_enabled (self, "move-to", moves);
  mis_cell_grid_set_move_fault (self->grid, moves ? NULL : _ (sorted));
  set_enabled (self, "group", n > 1);
  set_enabled (self, "expand", rows->len == 1 && get_count (self, first) > 1);
  set_enabled (self, "sort", any);
}

static void
add_section (GMenu *menu, const char *const (*items)[2])
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; items[i][0] != NULL; i++)
    g_menu_append (section, g_dgettext (GETTEXT_PACKAGE, items[i][0]), items[i][1]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
mis_agents_page_new_menu (void)
{
  static const char *const rows[][2] = {
    { N_("_Add Group"), "agents.add" },
    { N_("_Duplicate Groups"), "agents.copy" },
    { N_("Move _Up"), "agents.move-up" },
    { N_("Move Do_wn"), "agents.move-down" },
    { N_("_Remove Groups"), "agents.remove" },
    { NULL },
  };
  static const char *const identical[][2] = {
    { N_("_Group Identical Rows"), "agents.group" },
    { N_("_Expand into Single Agents"), "agents.expand" },
    { NULL },
  };
  static const char *const order[][2] = {
    { N_("Sort, _Lowest First"), "agents.sort::up" },
    { N_("Sort, _Highest First"), "agents.sort::down" },
    { N_("Order of the _File"), "agents.sort::none" },
    { NULL },
  };
  static const char *const whole[][2] = {
    { N_("_Export Table…"), "win.export-table::" },
    { NULL },
  };
  GMenu *menu = g_menu_new ();

  add_section (menu, rows);
  add_section (menu, identical);
  add_section (menu, order);
  add_section (menu, whole);
  return G_MENU_MODEL (menu);
}
