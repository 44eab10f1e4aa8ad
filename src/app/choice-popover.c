#include "app/choice-popover.h"

#include <string.h>

#include "document/search-text.h"

/* So much of a long list is in view, in pixels, and so many choices go by with a page. */
#define MOST_HEIGHT 260
#define PAGE 8

struct _MisChoicePopover
{
  GtkPopover parent_instance;

  char **choices;
  char **folded; /* as they are searched */
  GtkStringList *shown;
  GtkSingleSelection *marked;
  GtkWidget *list;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisChoicePopover, mis_choice_popover, GTK_TYPE_POPOVER)

static void
mark (MisChoicePopover *self, guint position)
{
  gtk_single_selection_set_selected (self->marked, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static void
choose (MisChoicePopover *self, guint position)
{
  mark (self, position);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *popover = gtk_widget_get_ancestor (label, MIS_TYPE_CHOICE_POPOVER);

  if (popover != NULL && gtk_widget_contains (label, x, y))
    choose (MIS_CHOICE_POPOVER (popover), gtk_list_item_get_position (item));
}

/* A list that is told to take one click marks what the pointer is over, and is laid out anew with
 * all that is below it; to GTK 4.8 the pointer then is over that, and a click goes there. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), item);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *choice = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (choice));
}

static void
mis_choice_popover_dispose (GObject *object)
{
  MisChoicePopover *self = MIS_CHOICE_POPOVER (object);

  g_clear_pointer (&self->choices, g_strfreev);
  g_clear_pointer (&self->folded, g_strfreev);
  g_clear_object (&self->shown);
  g_clear_object (&self->marked);
  G_OBJECT_CLASS (mis_choice_popover_parent_class)->dispose (object);
}

static void
mis_choice_popover_class_init (MisChoicePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_choice_popover_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", MIS_TYPE_CHOICE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkListItemFactory *
new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static void
mis_choice_popover_init (MisChoicePopover *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->shown = gtk_string_list_new (NULL);
  self->marked = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (self->marked, FALSE);
  gtk_single_selection_set_can_unselect (self->marked, TRUE);
  self->list =
      gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->marked)), new_factory ());
  gtk_widget_set_can_focus (self->list, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self), "choices");
}

static guint
find_choice (MisChoicePopover *self, const char *text)
{
  for (guint i = 0; text != NULL && self->choices[i] != NULL; i++)
    if (g_str_equal (self->choices[i], text))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_choices (MisChoicePopover *self, const char *const *choices)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  gtk_string_list_splice (self->shown, 0, n, choices);
}

MisChoicePopover *
mis_choice_popover_new (const char *const *choices, const char *current)
{
  MisChoicePopover *self = g_object_new (MIS_TYPE_CHOICE_POPOVER, NULL);
  guint n;

  g_return_val_if_fail (choices != NULL, self);

  n = g_strv_length ((char **)choices);
  self->choices = g_strdupv ((char **)choices);
  self->folded = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->folded[i] = mis_search_text_fold (choices[i]);
  show_choices (self, choices);
  mark (self, find_choice (self, current));
  return self;
}

/* First those that begin with it, then those that have it elsewhere. */
static void
add_matches (MisChoicePopover *self, GPtrArray *matches, const char *typed, gboolean beginning)
{
  for (guint i = 0; self->choices[i] != NULL; i++)
    {
      const char *place = strstr (self->folded[i], typed);

      if (place != NULL && (place == self->folded[i]) == beginning)
        g_ptr_array_add (matches, self->choices[i]);
    }
}

void
mis_choice_popover_type (MisChoicePopover *self, const char *text)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new ();
  g_autofree char *typed = NULL;

  g_return_if_fail (MIS_IS_CHOICE_POPOVER (self));
  g_return_if_fail (text != NULL);

  typed = mis_search_text_fold (text);
  add_matches (self, matches, typed, TRUE);
  if (*typed != '\0')
    add_matches (self, matches, typed, FALSE);
  g_ptr_array_add (matches, NULL);
  show_choices (self, (const char *const *)matches->pdata);
  mark (self, *typed != '\0' && matches->len > 1 ? 0 : GTK_INVALID_LIST_POSITION);
  if (matches->len > 1)
    gtk_popover_popup (GTK_POPOVER (self));
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

gboolean
mis_choice_popover_press (MisChoicePopover *self, guint keyval)
{
  guint n, position, step = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down ? PAGE : 1;

  g_return_val_if_fail (MIS_IS_CHOICE_POPOVER (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  position = gtk_single_selection_get_selected (self->marked);
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Page_Up:
      position = position == GTK_INVALID_LIST_POSITION ? n : position;
      position = position > step ? position - step : 0;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Down:
      position = position == GTK_INVALID_LIST_POSITION ? 0 : MIN (position + step, n - 1);
      break;
    default:
      return FALSE;
    }
  if (n > 0)
    mark (self, position);
  return TRUE;
}

const char *
mis_choice_popover_get_choice (MisChoicePopover *self)
{
  GtkStringObject *choice;

  g_return_val_if_fail (MIS_IS_CHOICE_POPOVER (self), NULL);

  choice = gtk_single_selection_get_selected_item (self->marked);
  return choice != NULL ? gtk_string_object_get_string (choice) : NULL;
}
