/* import-dialog-private.h: what the parts of the dialog share: import-dialog.c has the table and is
 * told what it means; import-try.c tries it out; import-show.c says what was found and what becomes
 * of it. */
#pragma once

#include "app/import-answers.h"
#include "app/import-dialog.h"
#include "app/import-job.h"
#include "app/import-kinds.h"
#include "app/import-preview.h"
#include "app/import-spellings.h"

G_BEGIN_DECLS

struct _MisImportDialog
{
  AdwWindow parent_instance;

  GtkWidget *import_button;
  GtkStack *pages;
  AdwStatusPage *empty_page;
  GtkWidget *file_button;
  GtkWidget *fault_group;
  GtkLabel *fault_label;
  GtkListBox *fault_list;
  GtkWidget *all_faults_button;
  GtkWidget *leave_out_button;
  AdwPreferencesGroup *found_group;
  AdwComboRow *separator_row;
  AdwComboRow *decimal_row;
  AdwComboRow *form_row;
  MisImportPreview *preview;
  MisImportKinds *kinds;
  MisImportAnswers *answers;
  AdwPreferencesGroup *becomes_group;
  MisImportSpellings *spellings;
  AdwComboRow *clash_row;
  GtkWidget *conflict_row;
  GtkSpinButton *conflict_spin;
  AdwActionRow *merge_row;
  GtkSwitch *merge_switch;
  AdwComboRow *into_row;
  AdwExpanderRow *doubts_row;
  GtkWidget *doubts_group;
  GtkSpinner *spinner;
  GtkLabel *outcome_label;
  GtkWidget *outcome_bar;

  MisWorld *base; /* NULL if no project is open */
  GBytes *table;
  char *name;
  MisTableProfile *profile; /* NULL as long as there is no table */
  MisTablePlan *plan;
  MisImportResult *result;   /* NULL while it is tried out, and where it cannot be */
  GPtrArray *doubt_rows;     /* (element-type GtkWidget): in @doubts_row */
  GCancellable *cancellable; /* of the worker at hand */
  guint n_compared;          /* ways of answers whose score is known */
  gboolean filling;          /* rows are set by us, not by the user */
  gboolean merge_is_chosen;  /* by the user */
};

/* The order of the menu of how answers clash. */
enum
{
  MIS_CLASH_EXCLUSIVE,
  MIS_CLASH_NEVER,
  MIS_CLASH_TYPED,
};

/* A new one for the next worker: what the last one still does is of no use any more. */
GCancellable *mis_import_dialog_renew_cancellable (MisImportDialog *self);

/* (transfer full): the dialog for a worker to come back to, which does not keep it: a window that
 * outlives the one behind it is no sound window. mis_import_dialog_return() frees it, and gives the
 * dialog if it is still there: (transfer full) (nullable). */
gpointer mis_import_dialog_leave (MisImportDialog *self);
MisImportDialog *mis_import_dialog_return (gpointer left);

/* Whether a new project takes up the table: the first choice of the menu "Goes into"; then come the
 * open one, and that with its agents replaced. */
gboolean mis_import_dialog_is_new (MisImportDialog *self);

/* Lets a worker find out what becomes of the table, and what in other ways to read answers. */
void mis_import_dialog_try_out (MisImportDialog *self);

/* Sets the rows to what was found, and to what the plan says. */
void mis_import_dialog_show_plan (MisImportDialog *self);

/* While a worker tries it out; then what becomes of the table, or why it cannot be read. */
void mis_import_dialog_show_busy (MisImportDialog *self);
void mis_import_dialog_show_result (MisImportDialog *self);

/* Those faults, too, that a long list of them hides at first. */
void mis_import_dialog_show_all_faults (MisImportDialog *self);

/* Why it cannot even be tried, as mis_table_plan_list_problems() says. */
void mis_import_dialog_show_problems (MisImportDialog *self, const GPtrArray *problems);

/* That there is no table, and why. */
void mis_import_dialog_show_no_table (MisImportDialog *self, const MisFault *fault);

G_END_DECLS
