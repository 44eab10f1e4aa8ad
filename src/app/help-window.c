#include "app/help-window.h"

#include <glib/gi18n.h>

#include "app/help-page.h"
#include "app/help-search.h"
#include "app/help-view.h"

#define ROW_MARGIN 6

struct _MisHelpWindow
{
  AdwWindow parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *contents;
  GtkWidget *content;
  GtkSearchEntry *search_entry;
  GtkListBox *list;
  AdwWindowTitle *page_title;
  MisHelpView *view;
};

G_DEFINE_FINAL_TYPE (MisHelpWindow, mis_help_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A row that leads to @anchor of @page; a row for a page itself has no @below. */
static void
append_row (MisHelpWindow *self,
            const char *page,
            const char *anchor,
            const char *title,
            const char *below)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, ROW_MARGIN);
  gtk_widget_set_margin_bottom (box, ROW_MARGIN);
  gtk_box_append (GTK_BOX (box), new_line (title, NULL));
  if (below != NULL)
    {
      gtk_box_append (GTK_BOX (box), new_line (below, "caption"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
  g_object_set_data_full (G_OBJECT (row), "anchor", g_strdup (anchor), g_free);
  gtk_list_box_append (self->list, row);
}

static void
list_pages (MisHelpWindow *self)
{
  for (guint i = 0; mis_help_page_names[i] != NULL; i++)
    {
      g_autofree char *title = mis_help_page_get_title (mis_help_page_names[i]);

      append_row (self, mis_help_page_names[i], "", title, NULL);
    }
}

static void
list_found (MisHelpWindow *self, const char *words)
{
  g_autoptr (GPtrArray) found = mis_help_find (words);

  for (guint i = 0; i < found->len; i++)
    {
      const MisHelpSection *section = g_ptr_array_index (found, i);
      g_autofree char *title = mis_help_page_get_title (section->page);

      append_row (self, section->page, section->anchor, section->heading,
                  *section->anchor != '\0' ? title : NULL);
    }
}

static const char *
get_words (MisHelpWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* Among the pages the one that is open is marked; among what was found there is none. */
static void
mark_page (MisHelpWindow *self)
{
  GtkListBoxRow *row;

  if (*get_words (self) != '\0')
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "page") == mis_help_view_get_page (self->view))
      gtk_list_box_select_row (self->list, row);
}

static void
fill_list (MisHelpWindow *self)
{
  const char *words = get_words (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (*words != '\0')
    list_found (self, words);
  else
    list_pages (self);
  mark_page (self);
}

static void
page_shown_cb (MisHelpWindow *self)
{
  g_autofree char *title = mis_help_page_get_title (mis_help_view_get_page (self->view));

  adw_window_title_set_title (self->page_title, title);
  mark_page (self);
}

static void
row_activated_cb (MisHelpWindow *self, GtkListBoxRow *row)
{
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  mis_help_view_show (self->view, g_object_get_data (G_OBJECT (row), "page"),
                      g_object_get_data (G_OBJECT (row), "anchor"));
}

/* Enter in the search leads to what was found first. */
static void
search_activated_cb (MisHelpWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* Escape takes back the search first, then the window. */
static void
search_stopped_cb (MisHelpWindow *self)
{
  if (*get_words (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
contents_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_set_visible_child (MIS_HELP_WINDOW (widget)->leaflet,
                                 MIS_HELP_WINDOW (widget)->contents);
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MisHelpWindow *self = MIS_HELP_WINDOW (widget);

  contents_cb (widget, action, parameter);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
mis_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_HELP_WINDOW);
  G_OBJECT_CLASS (mis_help_window_parent_class)->dispose (object);
}

static void
mis_help_window_class_init (MisHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_help_window_dispose;

  g_type_ensure (MIS_TYPE_HELP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MisHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MisHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, MisHelpWindow, content);
  gtk_widget_class_bind_template_child (widget_class, MisHelpWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MisHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MisHelpWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, MisHelpWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, fill_list);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_install_action (widget_class, "help.contents", NULL, contents_cb);
  gtk_widget_class_install_action (widget_class, "help.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.contents",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mis_help_window_init (MisHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_list (self);
}

/* (nullable) */
static MisHelpWindow *
find (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (MIS_IS_HELP_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
        return MIS_HELP_WINDOW (window);
    }
  return NULL;
}

MisHelpWindow *
mis_help_window_present (GtkWindow *parent, const char *name)
{
  MisHelpWindow *self = find (parent);

  if (self == NULL)
    /* Of the program too, for the keys that close windows and quit. */
    self = g_object_new (MIS_TYPE_HELP_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                         "application", gtk_window_get_application (parent), NULL);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  mis_help_view_show (self->view, name, "");
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
