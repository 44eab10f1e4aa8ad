#include "app/help-view.h"

#include "app/help-blocks.h"

#define LINE_WIDTH 640 /* some 75 letters, as in a book */
#define MARGIN 18
#define SCROLL_MARGIN 12 /* above a heading that was asked for */

struct _MisHelpView
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *blocks; /* (nullable): of the page */
  const char *page;
  char *anchor;
  guint scroll_tick;
};

enum
{
  PROP_PAGE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MisHelpView, mis_help_view, ADW_TYPE_BIN)

/* (nullable): only headings have names of their own. */
static GtkWidget *
find_heading (MisHelpView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->blocks);

  while (child != NULL && g_strcmp0 (gtk_widget_get_name (child), self->anchor) != 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* A page has no places before it was laid out, which is after the first tick. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MisHelpView *self = MIS_HELP_VIEW (widget);
  GtkAdjustment *adjustment;
  GtkWidget *heading = find_heading (self);
  double y = 0;

  if (gtk_widget_get_height (self->blocks) == 0)
    return G_SOURCE_CONTINUE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  if (heading != NULL)
    gtk_widget_translate_coordinates (heading, self->clamp, 0, -SCROLL_MARGIN, NULL, &y);
  gtk_adjustment_set_value (adjustment, y);
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
fill (MisHelpView *self, const char *name)
{
  g_autoptr (cmark_node) page = mis_help_page_parse (name);

  self->page = name;
  self->blocks = mis_help_blocks_new (page);
  gtk_widget_add_css_class (self->blocks, "help-page");
  gtk_widget_set_margin_start (self->blocks, MARGIN);
  gtk_widget_set_margin_end (self->blocks, MARGIN);
  gtk_widget_set_margin_top (self->blocks, MARGIN);
  gtk_widget_set_margin_bottom (self->blocks, 2 * MARGIN);
  /* So that Page Down scrolls it at once. */
  gtk_widget_set_focusable (self->blocks, TRUE);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->blocks);
}

static void
open_link_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MisHelpView *self = MIS_HELP_VIEW (widget);
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autoptr (MisHelpLink) link = mis_help_link_parse (uri, self->page);

  if (link != NULL)
    mis_help_view_show (self, link->page, link->anchor);
  else
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

static void
mis_help_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_assert (prop_id == PROP_PAGE);
  g_value_set_string (value, MIS_HELP_VIEW (object)->page);
}

static void
mis_help_view_finalize (GObject *object)
{
  g_free (MIS_HELP_VIEW (object)->anchor);
  G_OBJECT_CLASS (mis_help_view_parent_class)->finalize (object);
}

static void
mis_help_view_class_init (MisHelpViewClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = mis_help_view_get_property;
  G_OBJECT_CLASS (klass)->finalize = mis_help_view_finalize;

  properties[PROP_PAGE] =
      g_param_spec_string ("page", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "help.open", "s", open_link_cb);
}

static void
mis_help_view_init (MisHelpView *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->clamp = adw_clamp_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), LINE_WIDTH + 2 * MARGIN);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), LINE_WIDTH + 2 * MARGIN);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->clamp);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

void
mis_help_view_show (MisHelpView *self, const char *page, const char *anchor)
{
  g_return_if_fail (MIS_IS_HELP_VIEW (self));

  for (guint i = 0; mis_help_page_names[i] != NULL; i++)
    if (g_strcmp0 (mis_help_page_names[i], page) == 0 && self->page != mis_help_page_names[i])
      {
        fill (self, mis_help_page_names[i]);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
      }
  g_free (self->anchor);
  self->anchor = g_strdup (anchor);
  gtk_widget_grab_focus (self->blocks);
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

const char *
mis_help_view_get_page (MisHelpView *self)
{
  g_return_val_if_fail (MIS_IS_HELP_VIEW (self), NULL);

  return self->page;
}
