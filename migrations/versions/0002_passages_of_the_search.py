"""Passages of the search."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To the new state."""
    op.create_table('search_passages',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('revision_id', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('href', sa.String(length=300), nullable=False),
    sa.Column('title', sa.String(length=400), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('words', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_search_passages'))
    )
    with op.batch_alter_table('search_passages', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_search_passages_revision_id'), ['revision_id'], unique=False)

    op.create_table('search_words',
    sa.Column('passage_id', sa.Integer(), nullable=False),
    sa.Column('stem', sa.String(length=60), nullable=False),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['passage_id'], ['search_passages.id'], name=op.f('fk_search_words_passage_id_search_passages'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('passage_id', 'stem', name=op.f('pk_search_words'))
    )
    with op.batch_alter_table('search_words', schema=None) as batch_op:
        batch_op.create_index('ix_search_words_stem_passage_id', ['stem', 'passage_id'], unique=False)



def downgrade() -> None:
    """Back to the state before."""
    with op.batch_alter_table('search_words', schema=None) as batch_op:
        batch_op.drop_index('ix_search_words_stem_passage_id')

    op.drop_table('search_words')
    with op.batch_alter_table('search_passages', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_search_passages_revision_id'))

    op.drop_table('search_passages')
