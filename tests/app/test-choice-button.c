/* A list of which any things may be chosen, but one at least. */
#include "app-fixture.h"

#include "app/choice-button.h"

static const char *const names[] = { "As it is", "Half the conflict", "All weights 1", NULL };

static void
count_cb (guint *n_changed)
{
  (*n_changed)++;
}

static gboolean
is_check (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_CHECK_BUTTON (widget)
         && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), name) == 0;
}

static void
set_chosen (MisChoiceButton *button, const char *name, gboolean chosen)
{
  gtk_check_button_set_active (app_find (button, is_check, name), chosen);
}

static const char *
get_label (MisChoiceButton *button)
{
  return gtk_menu_button_get_label (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (button))));
}

static void
test_chosen (void)
{
  MisChoiceButton *button = g_object_ref_sink (g_object_new (MIS_TYPE_CHOICE_BUTTON, NULL));
  guint n_changed = 0;

  g_signal_connect_swapped (button, "changed", G_CALLBACK (count_cb), &n_changed);
  mis_choice_button_set (button, names, (gboolean[]) { TRUE, FALSE, TRUE });
  g_assert_cmpstr (get_label (button), ==, "2 of 3");
  g_assert_cmpuint (n_changed, ==, 0);
  set_chosen (button, "Half the conflict", TRUE);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (get_label (button), ==, "3 of 3");
  set_chosen (button, "As it is", FALSE);
  g_assert_false (mis_choice_button_is_chosen (button, 0));
  g_assert_true (mis_choice_button_is_chosen (button, 1));
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_finalize_object (button);
}

/* The last one stays, and nothing has changed. */
static void
test_last (void)
{
  MisChoiceButton *button = g_object_ref_sink (g_object_new (MIS_TYPE_CHOICE_BUTTON, NULL));
  guint n_changed = 0;

  g_signal_connect_swapped (button, "changed", G_CALLBACK (count_cb), &n_changed);
  mis_choice_button_set (button, names, (gboolean[]) { FALSE, TRUE, FALSE });
  set_chosen (button, "Half the conflict", FALSE);
  g_assert_true (mis_choice_button_is_chosen (button, 1));
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpstr (get_label (button), ==, "1 of 3");
  /* Fewer things than before. */
  mis_choice_button_set (button, names + 2, (gboolean[]) { TRUE });
  g_assert_cmpuint (mis_choice_button_get_n (button), ==, 1);
  g_assert_cmpstr (get_label (button), ==, "1 of 1");
  g_assert_finalize_object (button);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/choice-button/chosen", test_chosen);
  g_test_add_func ("/app/choice-button/last", test_last);

  return app_run ();
}
