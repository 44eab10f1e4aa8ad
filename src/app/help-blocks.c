#include "app/help-blocks.h"

#include <string.h>

#include "app/help-inline.h"
#include "app/help-table.h"

#define BLOCK_SPACING 12
#define ITEM_SPACING 6
#define LONGEST_WHOLE 24 /* characters of code that fit into a narrow window */
#define MARK_CHARS 3 /* as wide as "10." */

static const char *const heading_classes[] = { "title-1", "title-3", "heading" };

/* Somebody else may know better where it leads: who has the action says so by having it. */
static gboolean
activate_link_cb (GtkWidget *label, const char *uri)
{
  return gtk_widget_activate_action (label, "help.open", "s", uri);
}

static GtkWidget *
new_label (const char *markup, GtkAccessibleRole role)
{
  GtkWidget *widget = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);
  GtkLabel *label = GTK_LABEL (widget);

  gtk_label_set_markup (label, markup);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_yalign (label, 0);
  gtk_label_set_selectable (label, TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  return widget;
}

static GtkWidget *
new_heading (cmark_node *block)
{
  g_autofree char *markup = mis_help_inline_markup (block);
  g_autofree char *anchor = mis_help_get_anchor (block);
  GtkWidget *label = new_label (markup, GTK_ACCESSIBLE_ROLE_HEADING);
  int level = cmark_node_get_heading_level (block);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_set_name (label, anchor);
  gtk_widget_add_css_class (label, heading_classes[MIN (level, 3) - 1]);
  if (level > 1)
    gtk_widget_set_margin_top (label, BLOCK_SPACING);
  return label;
}

static GtkWidget *
new_table (GPtrArray *rows)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "help-table");
  for (guint row = 0; row < rows->len; row++)
    {
      char **cells = g_ptr_array_index (rows, row);
      guint column;

      for (column = 0; cells[column] != NULL; column++)
        {
          GtkWidget *label = new_label (cells[column], GTK_ACCESSIBLE_ROLE_LABEL);

          gtk_widget_set_hexpand (label, cells[column + 1] == NULL);
          if (row == 0)
            gtk_widget_add_css_class (label, "caption-heading");
          gtk_grid_attach (GTK_GRID (grid), label, (int)column, (int)(2 * row), 1, 1);
        }
      if (row + 1 < rows->len)
        gtk_grid_attach (GTK_GRID (grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0,
                         (int)(2 * row + 1), (int)column, 1);
    }
  return grid;
}

static GtkWidget *
new_paragraph (cmark_node *block)
{
  g_autoptr (GPtrArray) rows = mis_help_table_read (block);
  g_autofree char *markup = NULL;

  if (rows != NULL)
    return new_table (rows);
  markup = mis_help_inline_markup (block);
  return new_label (markup, GTK_ACCESSIBLE_ROLE_LABEL);
}

/* (transfer full): an option or a short name with a hyphen stays whole where a line is wrapped; a
 * word that is longer than a narrow window may not. */
static PangoAttrList *
keep_hyphens (const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (const char *word = text; *word != '\0';)
    {
      gsize length = strcspn (word, " \n");

      if (length <= LONGEST_WHOLE && memchr (word, '-', length) != NULL)
        {
          PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

          whole->start_index = (guint) (word - text);
          whole->end_index = (guint) (word - text + (gssize) length);
          pango_attr_list_insert (attributes, whole);
        }
      word += length + (word[length] != '\0' ? 1 : 0);
    }
  return attributes;
}

static GtkWidget *
new_code_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "monospace");
  return label;
}

/* Lines that are too long go on in the next one: all of a command is to be seen. */
static GtkWidget *
new_commands (const char *text)
{
  GtkWidget *label = new_code_label (text);
  g_autoptr (PangoAttrList) whole = keep_hyphens (text);

  gtk_label_set_attributes (GTK_LABEL (label), whole);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "help-code");
  return label;
}

/* Whether words stand below each other, with more than one space between some of them. */
static gboolean
has_columns (const char *text)
{
  for (const char *gap = strstr (text, "  "); gap != NULL; gap = strstr (gap, "  "))
    {
      gboolean is_indent = gap == text || gap[-1] == '\n';

      gap += strspn (gap, " ");
      if (!is_indent && *gap != '\n' && *gap != '\0')
        return TRUE;
    }
  return FALSE;
}

/* A wheel that turns up and down is the page's, wherever the pointer is. */
static void
leave_wheel (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller),
                                               GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL);
    }
}

/* The bar keeps its place where all is to be seen: a height that followed from the width would
 * let the page jump. */
static void
show_bar_cb (GtkAdjustment *adjustment, GtkWidget *bar)
{
  gtk_widget_set_child_visible (bar, gtk_adjustment_get_upper (adjustment) >
                                         gtk_adjustment_get_page_size (adjustment));
}

/* Columns that are broken cannot be read: they move sideways, above a bar that shows that there is
 * more. */
static GtkWidget *
new_columns (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *sideways =
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget *bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, sideways);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_code_label (text));
  leave_wheel (scroller);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), bar);
  g_signal_connect_object (sideways, "changed", G_CALLBACK (show_bar_cb), bar, 0);
  show_bar_cb (sideways, bar);
  gtk_widget_add_css_class (box, "help-columns");
  return box;
}

static GtkWidget *
new_code (cmark_node *block)
{
  g_autofree char *text = g_strchomp (g_strdup (cmark_node_get_literal (block)));

  return has_columns (text) ? new_columns (text) : new_commands (text);
}

static GtkWidget *
new_item (cmark_node *item, int number)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", ITEM_SPACING, NULL);
  g_autofree char *text = number > 0 ? g_strdup_printf ("%d.", number) : g_strdup ("•");
  GtkWidget *mark = gtk_label_new (text);
  GtkWidget *blocks = mis_help_blocks_new (item);

  gtk_label_set_yalign (GTK_LABEL (mark), 0);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_label_set_width_chars (GTK_LABEL (mark), MARK_CHARS);
  gtk_widget_add_css_class (mark, "numeric");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_widget_set_hexpand (blocks, TRUE);
  gtk_box_append (GTK_BOX (box), blocks);
  return box;
}

static GtkWidget *
new_list (cmark_node *block)
{
  GtkWidget *list =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation",
                    GTK_ORIENTATION_VERTICAL, "spacing", ITEM_SPACING, NULL);
  gboolean numbered = cmark_node_get_list_type (block) == CMARK_ORDERED_LIST;
  int number = numbered ? cmark_node_get_list_start (block) : 0;

  for (cmark_node *item = cmark_node_first_child (block); item != NULL;
       item = cmark_node_next (item))
    gtk_box_append (GTK_BOX (list), new_item (item, numbered ? number++ : 0));
  return list;
}

/* (nullable): only what the pages use. */
static GtkWidget *
new_block (cmark_node *block)
{
  switch ((int)cmark_node_get_type (block))
    {
    case CMARK_NODE_HEADING:
      return new_heading (block);
    case CMARK_NODE_PARAGRAPH:
      return new_paragraph (block);
    case CMARK_NODE_CODE_BLOCK:
      return new_code (block);
    case CMARK_NODE_LIST:
      return new_list (block);
    default:
      return NULL;
    }
}

GtkWidget *
mis_help_blocks_new (cmark_node *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, BLOCK_SPACING);

  for (cmark_node *block = cmark_node_first_child (page); block != NULL;
       block = cmark_node_next (block))
    {
      GtkWidget *widget = new_block (block);

      if (widget != NULL)
        gtk_box_append (GTK_BOX (box), widget);
    }
  return box;
}
