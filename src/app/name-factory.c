#include "app/name-factory.h"

#define USUAL_SIZE (11.0 * 96.0 / 72.0) /* of letters, in pixels */
#define LINE_CHARS 32 /* of a whole name in a list, where there is room for a narrow window */
#define SEARCHED 10u /* so many names are looked through by typing */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer max_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (max_chars));
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (name));
}

static void
setup_lines_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

/* (transfer full): @name in lines of up to @most letters, if its words are not longer. A label that
 * wraps by itself would not be asked how high it is: a drop-down has one size. */
static char *
break_name (const char *name, glong most)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *lines = g_string_new (NULL);
  glong length = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong added = g_utf8_strlen (words[i], -1);
      gboolean fits = length + 1 + added <= most;

      g_string_append (lines, i == 0 ? "" : fits ? " " : "\n");
      g_string_append (lines, words[i]);
      length = fits && i > 0 ? length + 1 + added : added;
    }
  return g_string_free (lines, FALSE);
}

/* Rows do not grow with the text in them, so of larger letters fewer have room. */
static glong
count_letters (GtkWidget *label, glong most)
{
  PangoContext *context = gtk_widget_get_pango_context (label);
  double size = pango_font_description_get_size (pango_context_get_font_description (context));
  double larger = size / PANGO_SCALE / USUAL_SIZE;

  return larger > 1.0 ? (glong) ((double) most / larger) : most;
}

static void
bind_lines_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer most)
{
  GtkStringObject *name = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *lines = break_name (gtk_string_object_get_string (name),
                                       count_letters (label, GPOINTER_TO_INT (most)));

  gtk_label_set_label (GTK_LABEL (label), lines);
}

/* (nullable) (transfer none): the first widget of @type in @widget. */
static gpointer
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* Where names can be searched, the keyboard is in the field. */
static void
focus_chosen (GtkWidget *popover, GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_first_child (list);
  GtkWidget *field = find_type (popover, GTK_TYPE_SEARCH_ENTRY);

  while (row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);
  if (field != NULL && gtk_widget_get_mapped (field))
    gtk_widget_grab_focus (field);
  else if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* A list that has no size yet cannot be scrolled. */
static gboolean
go_to_chosen_cb (GtkWidget *popover, GdkFrameClock *clock, gpointer list)
{
  GtkSelectionModel *model = gtk_list_view_get_model (list);
  guint chosen = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model));

  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  if (chosen != GTK_INVALID_LIST_POSITION)
    {
      gtk_widget_activate_action (list, "list.scroll-to-item", "u", chosen);
      focus_chosen (popover, list);
    }
  return G_SOURCE_REMOVE;
}

/* GTK begins at the first name, where Return would leave the chosen one as it is. */
static void
popover_shown_cb (GtkWidget *popover)
{
  gtk_widget_add_tick_callback (popover, go_to_chosen_cb,
                                find_type (popover, GTK_TYPE_LIST_VIEW), NULL);
}

static void
begin_at_chosen (GtkWidget *menu)
{
  g_signal_connect_after (find_type (menu, GTK_TYPE_POPOVER), "show",
                          G_CALLBACK (popover_shown_cb), NULL);
}

/* A factory of our own, as that of GTK makes the window as wide as the longest name. */
static void
set_factory (GtkDropDown *drop_down, GCallback setup, GCallback bind, int max_chars)
{
  g_autoptr (GtkExpression) expression =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, GINT_TO_POINTER (max_chars));
  g_signal_connect (factory, "bind", bind, GINT_TO_POINTER (max_chars));
  gtk_drop_down_set_factory (drop_down, factory);
  gtk_drop_down_set_expression (drop_down, expression);
  begin_at_chosen (GTK_WIDGET (drop_down));
}

static int
measure_longest (const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  glong longest = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (parts[i], -1));
  return (int) longest;
}

/* A list that is no wider than its button would cut what the button cuts. */
static void
bind_list_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer most)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  bind_lines_cb (factory, item, most);
  gtk_label_set_width_chars (label,
                             MIN (measure_longest (gtk_label_get_label (label)), LINE_CHARS));
}

/* Names that the button cuts are whole in its list. */
static void
set_list_factory (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_lines_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_list_cb), GINT_TO_POINTER (LINE_CHARS));
  gtk_drop_down_set_list_factory (drop_down, factory);
}

void
mis_name_factory_set (GtkDropDown *drop_down, int max_chars)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  set_factory (drop_down, G_CALLBACK (setup_cb), G_CALLBACK (bind_cb), max_chars);
  set_list_factory (drop_down);
}

void
mis_name_factory_set_wrapped (GtkDropDown *drop_down, int max_chars)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  set_factory (drop_down, G_CALLBACK (setup_lines_cb), G_CALLBACK (bind_lines_cb), max_chars);
}

static void
setup_whole_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_list_item_set_child (item, label);
}

void
mis_name_factory_set_whole (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_whole_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, factory);
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
mark_chosen (AdwComboRow *row, GParamSpec *pspec, GtkListItem *item)
{
  gboolean chosen = adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item);

  gtk_widget_set_opacity (gtk_widget_get_last_child (gtk_list_item_get_child (item)), chosen);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer row)
{
  GtkStringObject *name = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (name));
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (mark_chosen), item);
  mark_chosen (row, NULL, item);
}

static void
unbind_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer row)
{
  g_signal_handlers_disconnect_by_func (row, mark_chosen, item);
}

/* A factory of our own, as that of libadwaita cuts the names after some twenty letters. */
void
mis_name_factory_set_row (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), row, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), row, 0);
  adw_combo_row_set_factory (row, factory);
  begin_at_chosen (GTK_WIDGET (row));
}

static gboolean
has_names (GtkDropDown *drop_down, char **names)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n; i++)
    if (names[i] == NULL
        || g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), names[i]) != 0)
      return FALSE;
  return model != NULL && names[n] == NULL;
}

void
mis_name_menu_show (GtkDropDown *drop_down, char **names, guint selected)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  if (!has_names (drop_down, names))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) names);

      gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
      gtk_drop_down_set_enable_search (drop_down, g_strv_length (names) > SEARCHED);
    }
  gtk_drop_down_set_selected (drop_down, selected);
}
