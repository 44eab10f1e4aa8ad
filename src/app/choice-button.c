#include "app/choice-button.h"

#include <glib/gi18n.h>

#define MOST_HEIGHT 320

struct _MisChoiceButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkWidget *box;
  GtkWidget *remark;

  GPtrArray *checks;
  gboolean showing;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisChoiceButton, mis_choice_button, ADW_TYPE_BIN)

static guint
count_chosen (MisChoiceButton *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += mis_choice_button_is_chosen (self, i) ? 1 : 0;
  return n;
}

static void
show_count (MisChoiceButton *self)
{
  /* Translators: how many things are chosen, and of how many */
  g_autofree char *label = g_strdup_printf (_("%u of %u"), count_chosen (self), self->checks->len);

  gtk_menu_button_set_label (self->button, label);
}

/* The last one stays, and it is said why. */
static void
toggled_cb (MisChoiceButton *self, GtkCheckButton *check)
{
  gboolean none = count_chosen (self) == 0;

  if (self->showing)
    return;
  gtk_widget_set_visible (self->remark, none);
  if (none)
    {
      self->showing = TRUE;
      gtk_check_button_set_active (check, TRUE);
      self->showing = FALSE;
      return;
    }
  show_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_check (MisChoiceButton *self, const char *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->box), check);
  g_ptr_array_add (self->checks, check);
}

static void
clear_checks (MisChoiceButton *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_box_remove (GTK_BOX (self->box), g_ptr_array_index (self->checks, i));
  g_ptr_array_set_size (self->checks, 0);
}

static gboolean
has_names (MisChoiceButton *self, const char *const *names)
{
  guint n = g_strv_length ((char **) names);

  if (n != self->checks->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_check_button_get_label (g_ptr_array_index (self->checks, i)), names[i]) != 0)
      return FALSE;
  return TRUE;
}

static GtkWidget *
make_popover (MisChoiceButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->remark = gtk_label_new (_("At least one must stay."));
  gtk_widget_set_visible (self->remark, FALSE);
  gtk_widget_add_css_class (self->remark, "error");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_box_append (GTK_BOX (column), scrolled);
  gtk_box_append (GTK_BOX (column), self->remark);
  gtk_popover_set_child (GTK_POPOVER (popover), column);
  return popover;
}

static void
mis_choice_button_dispose (GObject *object)
{
  MisChoiceButton *self = MIS_CHOICE_BUTTON (object);

  self->showing = TRUE;
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (mis_choice_button_parent_class)->dispose (object);
}

static void
mis_choice_button_class_init (MisChoiceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_choice_button_dispose;

  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_CHOICE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_choice_button_init (MisChoiceButton *self)
{
  self->checks = g_ptr_array_new ();
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_popover (self->button, make_popover (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

void
mis_choice_button_set (MisChoiceButton *self, const char *const *names, const gboolean *chosen)
{
  g_return_if_fail (MIS_IS_CHOICE_BUTTON (self));

  self->showing = TRUE;
  if (!has_names (self, names))
    {
      clear_checks (self);
      for (guint i = 0; names[i] != NULL; i++)
        append_check (self, names[i]);
    }
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), chosen[i]);
  self->showing = FALSE;
  show_count (self);
}

guint
mis_choice_button_get_n (MisChoiceButton *self)
{
  g_return_val_if_fail (MIS_IS_CHOICE_BUTTON (self), 0);

  return self->checks->len;
}

gboolean
mis_choice_button_is_chosen (MisChoiceButton *self, guint choice)
{
  g_return_val_if_fail (MIS_IS_CHOICE_BUTTON (self), FALSE);
  g_return_val_if_fail (choice < self->checks->len, FALSE);

  return gtk_check_button_get_active (g_ptr_array_index (self->checks, choice));
}
