#include "app/guide-steps.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *title;
} StepName;

static const StepName steps[MIS_N_STEPS] = {
  { "people", N_ ("Who") },           { "areas", N_ ("About What") },
  { "goals", N_ ("Who Wants What") }, { "conflicts", N_ ("What Clashes") },
  { "weights", N_ ("Who Cares") },    { "result", N_ ("Result") },
};

const char *
mis_guide_step_get_name (MisGuideStep step)
{
  g_return_val_if_fail (step < MIS_N_STEPS, NULL);

  return steps[step].name;
}

const char *
mis_guide_step_get_title (MisGuideStep step)
{
  g_return_val_if_fail (step < MIS_N_STEPS, NULL);

  return _ (steps[step].title);
}

MisGuideStep
mis_guide_step_find (const char *name)
{
  guint step = 0;

  while (step < MIS_N_STEPS - 1 && !g_str_equal (steps[step].name, name))
    step++;
  return (MisGuideStep)step;
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
mis_guide_step_new_button (MisGuideStep step, GtkLabel **detail)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = new_label ("", "caption");
  g_autofree char *title = g_strdup_printf ("%u. %s", step + 1, mis_guide_step_get_title (step));

  *detail = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), new_label (title, "body"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "guide.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", steps[step].name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return button;
}

GMenuModel *
mis_guide_steps_new_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < MIS_N_STEPS; i++)
    {
      g_autofree char *action = g_strdup_printf ("guide.step::%s", steps[i].name);

      g_menu_append (menu, _ (steps[i].title), action);
    }
  return G_MENU_MODEL (menu);
}
