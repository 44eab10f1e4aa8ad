/* parameter-row-private.h: what the parts of a row share: parameter-row.c shows the number and
 * moves it; parameter-row-names.c says what it is. */
#pragma once

#include "app/parameter-remark.h"
#include "app/parameter-row.h"
#include "app/parameter-scale.h"
#include "app/range-button.h"
#include "app/value-entry.h"

G_BEGIN_DECLS

struct _MisParameterRow
{
  GtkBox parent_instance;

  GtkBox *names;
  GtkLabel *label;
  GtkLabel *detail;
  GtkWidget *mode_box;
  GtkWidget *shares_button;
  GtkWidget *counts_button;
  GtkWidget *reset_place; /* kept free beside a number: nothing moves when the button comes */
  GtkWidget *reset_button;
  GtkToggleButton *lock_button;
  MisRangeButton *range_button;
  MisValueEntry *entry;
  MisParameterScale *scale;
  GtkWidget *ends;
  GtkLabel *upper_end;
  GtkLabel *below; /* what is said below the slider */
  MisParameterRemark *remark;

  MisDocument *document;
  MisParameter *parameter;
  gboolean refreshing;
  gboolean full_name;
};

/* Which parts are seen, and where the name stands. */
void mis_parameter_row_show_parts (MisParameterRow *self);

/* The names of all that is seen, for the eye and for assistive tools. */
/* What the reset button says. */
void mis_parameter_row_show_reset_hint (MisParameterRow *self);

void mis_parameter_row_show_names (MisParameterRow *self);

/* How many numbers below a heading have a range, in place of what it is about. */
void mis_parameter_row_show_uncertain (MisParameterRow *self);

G_END_DECLS
