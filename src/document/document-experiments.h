/* document-experiments.h: the experiments that an open project keeps, and what the user does to
 * them.
 *
 * Each is one step that can be undone. Experiments are told apart by their ids, which never change.
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

/* (nullable) (transfer none): the experiment of the project that is called @id. */
MisExperiment *mis_document_find_experiment (MisDocument *self, const char *id);

/* Whether the project has anything that can vary along an axis. */
gboolean mis_document_can_add_experiment (MisDocument *self);

/**
 * mis_document_add_experiment:
 *
 * A new one over the project itself, with the first thing that can vary along the x axis.
 *
 * Returns: (transfer full): its id; %NULL with a #MisError in words for the user
 */
char *mis_document_add_experiment (MisDocument *self, GError **error);

/**
 * mis_document_find_distribution:
 *
 * The experiment that says how likely which score of what is shown is, given the ranges: of the
 * base, or of the base and the scenario. One that the project has, else a new one: one step.
 *
 * Returns: (transfer full): its id; %NULL with a #MisError in words for the user
 */
char *mis_document_find_distribution (MisDocument *self, GError **error);

/**
 * mis_document_keep_experiment:
 * @experiment: of this project or any other one, or bundled
 * @action: what the history calls it
 *
 * Puts a copy into the project: behind the original if that is there, else at the end.
 *
 * Returns: (transfer full): the id of the copy; %NULL with a #MisError in words for the user
 */
char *mis_document_keep_experiment (MisDocument *self,
                                    const MisExperiment *experiment,
                                    const char *action,
                                    GError **error);

/* Puts @experiment in the place of that with its id; %FALSE with a #MisError in words for the user.
 */
gboolean
mis_document_change_experiment (MisDocument *self, MisExperiment *experiment, GError **error);

/* %FALSE if there is none of that id. */
gboolean mis_document_remove_experiment (MisDocument *self, const char *id);

/* Moves it @by places on, or back if that is negative; %FALSE if it is at that end already. */
gboolean mis_document_move_experiment (MisDocument *self, const char *id, int by);

G_END_DECLS
