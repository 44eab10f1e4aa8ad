/* guide-steps.h: the steps of the guide, and the two ways in which they are listed: one below
 * another, with how far each is, and as a menu where there is no room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  MIS_STEP_PEOPLE,
  MIS_STEP_AREAS,
  MIS_STEP_GOALS,
  MIS_STEP_CONFLICTS,
  MIS_STEP_WEIGHTS,
  MIS_STEP_RESULT,
  MIS_N_STEPS,
} MisGuideStep;

/* What the page of a step is called in the stack, and what people call the step. */
const char *mis_guide_step_get_name (MisGuideStep step);
const char *mis_guide_step_get_title (MisGuideStep step);

/* The step whose page is called so; the last one if there is none. */
MisGuideStep mis_guide_step_find (const char *name);

/* A button of the list; @detail: (out) (transfer none): where it says how far the step is. */
GtkWidget *mis_guide_step_new_button (MisGuideStep step, GtkLabel **detail);

/* (transfer full) */
GMenuModel *mis_guide_steps_new_menu (void);

G_END_DECLS
