/* writer-private.h: what the parts of the project writer share. Private to src/file. */
#pragma once

#include "core/experiment.h"
#include "core/score.h"
#include "file/json-emitter.h"

G_BEGIN_DECLS

/* A name, unless it is the id. */
void mis_writer_emit_name (MisJsonEmitter *emitter, const char *id, const char *name);

/* A goal's id, or null for %NULL. */
void mis_writer_emit_goal (MisJsonEmitter *emitter, const char *id);

/* The ends of a range that differ from @value. */
void mis_writer_emit_range (MisJsonEmitter *emitter, double value, double low, double high);
void mis_writer_emit_note (MisJsonEmitter *emitter, const MisNote *note);

/* The members of an agent's row, all but its positions. */
void mis_writer_emit_agent (MisJsonEmitter *emitter, const MisAgent *agent);

/* A position as an object on one line. */
void mis_writer_emit_position (MisJsonEmitter *emitter,
                               const char *goal_id,
                               double weight,
                               double low,
                               double high,
                               const MisNote *note);

/* Those options of which bit i is set in @mask, as an object on one line. */
void mis_writer_emit_scoring (MisJsonEmitter *emitter, const MisScoring *scoring, guint mask);

/* The member "warnings": (element-type MisWarning), one on a line. */
void mis_writer_emit_warnings (MisJsonEmitter *emitter, const GPtrArray *warnings);

/* An experiment as it stands in a project. */
void mis_writer_emit_experiment (MisJsonEmitter *emitter, const MisExperiment *experiment);

void mis_writer_emit_scenario (MisJsonEmitter *emitter, const MisScenario *scenario);

G_END_DECLS
