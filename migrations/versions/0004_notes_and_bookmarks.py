"""Notes and bookmarks."""

import sqlalchemy as sa
from alembic import op

import database

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To the new state."""
    op.create_table('bookmarks',
    sa.Column('learner_id', sa.String(length=22), nullable=False),
    sa.Column('page', sa.String(length=120), nullable=False),
    sa.Column('made_at', database.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_bookmarks_learner_id_learners')),
    sa.PrimaryKeyConstraint('learner_id', 'page', name=op.f('pk_bookmarks'))
    )
    op.create_table('notes',
    sa.Column('id', sa.String(length=22), nullable=False),
    sa.Column('learner_id', sa.String(length=22), nullable=False),
    sa.Column('page', sa.String(length=120), nullable=False),
    sa.Column('token', sa.String(length=40), nullable=False),
    sa.Column('quote', sa.Text(), nullable=False),
    sa.Column('before', sa.String(length=120), nullable=False),
    sa.Column('after', sa.String(length=120), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('made_at', database.Moment(timezone=True), nullable=False),
    sa.Column('changed_at', database.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_notes_learner_id_learners')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notes')),
    sa.UniqueConstraint('learner_id', 'token', name=op.f('uq_notes_learner_id_token'))
    )
    with op.batch_alter_table('notes', schema=None) as batch_op:
        batch_op.create_index('ix_notes_learner_page', ['learner_id', 'page'], unique=False)


def downgrade() -> None:
    """Back to the state before."""
    with op.batch_alter_table('notes', schema=None) as batch_op:
        batch_op.drop_index('ix_notes_learner_page')

    op.drop_table('notes')
    op.drop_table('bookmarks')
